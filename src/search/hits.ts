import type { Match } from './match.ts';
import type { Sort } from './options.ts';

/** A document that was found: the page to show, and how well the document fits. */
export interface FoundDocument {
	readonly id: string;
	readonly page: number;
	readonly published: string | null;
	readonly score: number;
}

/** What words in another language than the one that is asked for are worth. */
const FOREIGN = 0.5;

/**
 * Makes one hit of all pages of a document. Shown is the page that fits best; where a language is asked for, the page in
 * it, also where the words stand in another one alone. `shown` has the pages in that language.
 */
export function groupByDocument(matches: readonly Match[], shown: readonly Match[] | null): FoundDocument[] {
	const best = new Map<string, FoundDocument>();
	const pages = shown === null ? null : new Set(shown.map(({ page }) => page));
	const take = (id: string, one: FoundDocument): void => {
		const before = best.get(id);
		if (before === undefined || one.score > before.score) best.set(id, one);
	};
	for (const match of matches) if (pages === null || pages.has(match.page)) take(match.id, match);
	if (shown === null) return [...best.values()];
	const inLocale = new Map(shown.map((match) => [match.id, match]));
	for (const { id, page, score } of matches) {
		const own = inLocale.get(id);
		if (own === undefined || pages?.has(page)) continue;
		const { page: shownPage, published } = best.get(id) ?? own;
		take(id, { id, page: shownPage, published, score: score * FOREIGN });
	}
	return [...best.values()];
}

/** Best, newest or oldest first; then by id, so that the order is the same each time. */
export function sortDocuments(documents: readonly FoundDocument[], sort: Sort): FoundDocument[] {
	const byId = (a: FoundDocument, b: FoundDocument): number => (a.id < b.id ? -1 : 1);
	const day = ({ published }: FoundDocument, none: string): string => published ?? none;
	const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
	const orders: Readonly<Record<Sort, (a: FoundDocument, b: FoundDocument) => number>> = {
		relevance: (a, b) => b.score - a.score || compare(day(b, ''), day(a, '')),
		newest: (a, b) => compare(day(b, ''), day(a, '')) || b.score - a.score,
		oldest: (a, b) => compare(day(a, '~'), day(b, '~')) || b.score - a.score,
	};
	return [...documents].sort((a, b) => orders[sort](a, b) || byId(a, b));
}
