import { blankAdvisory } from '../advisory/blank.ts';
import type { Advisory } from '../advisory/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { FIELD_READERS } from './index.ts';

export interface Settled {
	readonly advisory: Advisory;
	/** All candidates by field, in the order of precedence, with the reader that gave each. */
	readonly candidates: ReadonlyMap<keyof Advisory, readonly (Candidate & { readonly reader: string })[]>;
}

/** Lets every reader read, and takes for each field the first candidate that has a value. */
export function settle(context: Context): Settled {
	const candidates = new Map<keyof Advisory, (Candidate & { reader: string })[]>();
	for (const reader of FIELD_READERS) {
		for (const found of reader.read(context)) {
			const known = candidates.get(found.field);
			const { field, value, place, source, origin } = found;
			const named = { field, value, place, source, origin, reader: reader.name };
			if (known === undefined) candidates.set(found.field, [named]);
			else known.push(named);
		}
	}
	const advisory = blankAdvisory();
	for (const [field, found] of candidates) {
		const taken = found.find(({ value }) => value !== null) ?? found[0];
		if (taken === undefined) continue;
		(advisory as Record<string, unknown>)[field] = taken.value;
		context.trace.note(advisory, field, taken.place, taken.reader, taken.source);
	}
	return { advisory, candidates };
}
