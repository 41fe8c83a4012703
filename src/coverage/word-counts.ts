import { labelForm } from '../language/normal-form.ts';
import type { FoundWords } from './measure-page.ts';

/** Words that were met on pages of one locale, written in one form. */
export interface WordCount {
	/** As first printed. */
	readonly text: string;
	readonly locale: string;
	readonly under: FoundWords['under'];
	count: number;
	pages: number;
	readonly example: { readonly path: string; readonly line: number };
}

export type WordCounts = Map<string, WordCount>;

interface PageOf {
	readonly path: string;
	readonly locale: string;
}

/** Adds the words of one page. */
export function countWords(counts: WordCounts, found: readonly FoundWords[], { path, locale }: PageOf): void {
	const met = new Set<WordCount>();
	for (const { text, under, line } of found) {
		const key = [locale, under ?? '', labelForm(text)].join('\n');
		const known = counts.get(key) ?? { text, locale, under, count: 0, pages: 0, example: { path, line } };
		counts.set(key, known);
		known.count += 1;
		met.add(known);
	}
	for (const known of met) known.pages += 1;
}

/** Words by number of pages, most frequent first; `count` and `distinct` are those of all, however many are listed. */
export interface WordList {
	readonly distinct: number;
	readonly count: number;
	readonly words: readonly WordCount[];
}

export function listWords(counts: WordCounts, limit: number): WordList {
	const all = [...counts.values()].sort(
		(one, other) =>
			other.pages - one.pages ||
			other.count - one.count ||
			compare(one.locale, other.locale) ||
			compare(one.text, other.text),
	);
	const count = all.reduce((sum, one) => sum + one.count, 0);
	return { distinct: all.length, count, words: all.slice(0, limit) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
