import { KINDS, type Kind, SECTION_KINDS, type SectionKind } from '../advisory/words.ts';
import type { RuleId } from '../diagnostic/rules.ts';
import type { PageMeasure } from './measure-page.ts';
import { countWords, type WordCounts } from './word-counts.ts';

/** Pages of one locale and kind. */
export interface Group {
	readonly locale: string;
	readonly kind: Kind;
	pages: number;
	/** Number of pages on which a field is filled. */
	readonly filled: Map<string, number>;
	letters: number;
	claimed: number;
}

/** Text of sections of one kind; the example is the one with the most letters that no field claims. */
export interface SectionText {
	readonly kind: SectionKind;
	sections: number;
	letters: number;
	claimed: number;
	example: { readonly path: string; readonly line: number; readonly unclaimed: number };
}

/** What the pages so far have and lack; grows with their variety, not with their number. */
export interface CoverageTally {
	pages: number;
	readonly groups: Map<string, Group>;
	readonly headings: WordCounts;
	readonly labels: WordCounts;
	readonly ratings: WordCounts;
	moreRatings: number;
	readonly sections: Map<SectionKind, SectionText>;
	/** Pages by the rule that rejected them, with the first of each. */
	readonly rejects: Map<RuleId, { pages: number; readonly example: string }>;
}

export const startCoverage = (): CoverageTally => ({
	pages: 0,
	groups: new Map(),
	headings: new Map(),
	labels: new Map(),
	ratings: new Map(),
	moreRatings: 0,
	sections: new Map(),
	rejects: new Map(),
});

export function addReject(tally: CoverageTally, path: string, rule: RuleId): void {
	const known = tally.rejects.get(rule) ?? { pages: 0, example: path };
	tally.rejects.set(rule, known);
	known.pages += 1;
	tally.pages += 1;
}

export function addPage(tally: CoverageTally, page: PageMeasure): void {
	tally.pages += 1;
	const group = groupOf(tally, page);
	group.pages += 1;
	for (const field of page.filled) group.filled.set(field, (group.filled.get(field) ?? 0) + 1);
	for (const section of page.sections) {
		group.letters += section.letters;
		group.claimed += section.claimed;
		addSection(tally, page.path, section);
	}
	countWords(tally.headings, page.headings, page);
	countWords(tally.labels, page.labels, page);
	countWords(tally.ratings, page.ratings, page);
	tally.moreRatings += page.moreRatings;
}

function groupOf({ groups }: CoverageTally, { locale, kind }: PageMeasure): Group {
	const key = `${locale} ${kind}`;
	const group = groups.get(key) ?? { locale, kind, pages: 0, filled: new Map(), letters: 0, claimed: 0 };
	groups.set(key, group);
	return group;
}

function addSection({ sections }: CoverageTally, path: string, section: PageMeasure['sections'][number]): void {
	const { kind, letters, claimed, line } = section;
	const unclaimed = letters - claimed;
	const known = sections.get(kind) ?? { kind, sections: 0, letters: 0, claimed: 0, example: { path, line, unclaimed } };
	sections.set(kind, known);
	known.sections += 1;
	known.letters += letters;
	known.claimed += claimed;
	if (unclaimed > known.example.unclaimed) known.example = { path, line, unclaimed };
}

/** Groups by locale, then kind in the contract's order. */
export const sortedGroups = ({ groups }: CoverageTally): Group[] =>
	[...groups.values()].sort((one, other) =>
		one.locale === other.locale
			? KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)
			: one.locale < other.locale
				? -1
				: 1,
	);

/** Kinds with the most unclaimed letters first. */
export const sortedSections = ({ sections }: CoverageTally): SectionText[] =>
	[...sections.values()].sort(
		(one, other) =>
			other.letters - other.claimed - (one.letters - one.claimed) ||
			SECTION_KINDS.indexOf(one.kind) - SECTION_KINDS.indexOf(other.kind),
	);
