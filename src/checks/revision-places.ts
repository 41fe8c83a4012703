import type { Revision } from '../advisory/schema.ts';
import type { Context } from '../fields/context.ts';
import type { Place } from '../text/place.ts';

/** The start of the line of a revision: the records know lines only. */
export function placeOfRevision({ line }: Revision, { text, lines }: Context): Place {
	const start = lines.start(line);
	return { start, end: Math.min(text.value.length, start + lines.text(line).length) };
}
