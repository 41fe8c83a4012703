import { blankAdvisory } from '../advisory/blank.ts';
import type { Kind } from '../advisory/words.ts';
import { measuredFields } from './measure-page.ts';
import { type CoverageTally, type Group, type SectionText, sortedGroups, sortedSections } from './tally.ts';
import { listWords, type WordList } from './word-counts.ts';

interface TextShare {
	readonly letters: number;
	/** Letters from which a field beside `sections` was read. */
	readonly claimed: number;
	/** Of letters that only `sections` has, 0 to 1; 0 where there are none. */
	readonly unclaimedShare: number;
}

interface GroupReport {
	readonly locale: string;
	readonly kind: Kind;
	readonly pages: number;
	/** Pages on which a field is not null and not empty; shares of 0 to 1. */
	readonly fields: Readonly<Record<string, { readonly pages: number; readonly share: number }>>;
	readonly text: TextShare;
}

/** What `coverage --json` prints. */
export interface CoverageReport {
	readonly pages: number;
	readonly records: number;
	readonly groups: readonly GroupReport[];
	readonly unknownHeadings: WordList;
	readonly unknownLabels: WordList;
	/** `uncounted`: ratings beyond those that the diagnostics of a page list. */
	readonly unreadRatings: WordList & { readonly uncounted: number };
	readonly text: TextShare;
	readonly sections: readonly (Omit<SectionText, 'letters' | 'claimed'> & TextShare)[];
	readonly rejects: readonly { readonly rule: string; readonly pages: number; readonly example: string }[];
}

/** @param limit how many words each list has at most */
export function reportCoverage(tally: CoverageTally, limit: number): CoverageReport {
	const groups = sortedGroups(tally);
	const rejects = [...tally.rejects].map(([rule, { pages, example }]) => ({ rule, pages, example }));
	return {
		pages: tally.pages,
		records: groups.reduce((sum, { pages }) => sum + pages, 0),
		groups: groups.map(groupReport),
		unknownHeadings: listWords(tally.headings, limit),
		unknownLabels: listWords(tally.labels, limit),
		unreadRatings: { ...listWords(tally.ratings, limit), uncounted: tally.moreRatings },
		text: textShare({
			letters: groups.reduce((sum, { letters }) => sum + letters, 0),
			claimed: groups.reduce((sum, { claimed }) => sum + claimed, 0),
		}),
		sections: sortedSections(tally).map((section) => ({ ...section, ...textShare(section) })),
		rejects: rejects.sort((one, other) => other.pages - one.pages || (one.rule < other.rule ? -1 : 1)),
	};
}

function groupReport(group: Group): GroupReport {
	const { locale, kind, pages, filled } = group;
	const fields = measuredFields(blankAdvisory()).map((field) => {
		const found = filled.get(field) ?? 0;
		return [field, { pages: found, share: rounded(found / pages) }] as const;
	});
	return { locale, kind, pages, fields: Object.fromEntries(fields), text: textShare(group) };
}

function textShare({ letters, claimed }: { readonly letters: number; readonly claimed: number }): TextShare {
	return { letters, claimed, unclaimedShare: letters === 0 ? 0 : rounded((letters - claimed) / letters) };
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;
