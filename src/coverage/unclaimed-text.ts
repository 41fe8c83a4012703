import type { SectionKind } from '../advisory/words.ts';
import { inlinesOf } from '../mentions/find-mentions.ts';
import type { TraceEntry } from '../options.ts';
import type { Section } from '../outline/section.ts';
import { countLetters, type Letters, mergePlaces } from './claims.ts';

/** The letters of a section's own text, and how many of them a field beside the sections was read from. */
export interface SectionLetters extends Letters {
	readonly kind: SectionKind;
	/** Offset of the section. */
	readonly start: number;
}

export function sectionLetters(
	sections: readonly Section[],
	trace: Readonly<Record<string, TraceEntry>>,
): SectionLetters[] {
	const others = Object.entries(trace).filter(([pointer]) => !pointer.startsWith('/sections/'));
	const claims = mergePlaces(others.map(([, entry]) => entry));
	return sections.map(({ kind, place, blocks }) => ({
		kind,
		start: place.start,
		...countLetters(
			blocks.flatMap((block) => inlinesOf(block).flat()),
			claims,
		),
	}));
}
