import { eachToken, isLoneLetter } from './fold.ts';
import type { Term } from './parse-query.ts';

/** Where a term stands in a text. */
export interface Found {
	/** Index into the terms. */
	readonly term: number;
	readonly start: number;
	readonly end: number;
}

/** Finds the words of a query in one text after the other. */
export type TermFinder = (text: string) => readonly Found[];

interface Token {
	readonly token: string;
	/** Place among all tokens of the text. */
	readonly at: number;
	readonly start: number;
	readonly end: number;
}

/** Prepares to look for terms, in the same tokens in which they were looked up in the index. */
export function termFinder(terms: readonly Term[]): TermFinder {
	const whole = new Set(terms.flatMap(({ tokens, isPrefix }) => (isPrefix ? tokens.slice(0, -1) : tokens)));
	const beginnings = terms.flatMap(({ tokens, isPrefix }) => (isPrefix ? tokens.slice(-1) : []));
	const letters = new Map(terms.flatMap((term, index) => (isOneLetter(term) ? [[term.tokens[0] ?? '', index]] : [])));
	const isWanted = (token: string): boolean =>
		whole.has(token) || beginnings.some((beginning) => token.startsWith(beginning));
	return (text) => {
		const tokens: Token[] = [];
		const found: Found[] = [];
		let at = 0;
		eachToken(text, (token, start, end) => {
			if (isWanted(token)) tokens.push({ token, at, start, end });
			for (const [letter, term] of letters) {
				if (token.startsWith(letter)) found.push({ term, start, end: start + letter.length });
				else if (token.endsWith(letter)) found.push({ term, start: end - letter.length, end });
			}
			at += 1;
		});
		const places = terms.flatMap((term, index) => (isOneLetter(term) ? [] : placesOf(term, index, tokens)));
		return [...found, ...places].sort((a, b) => a.start - b.start);
	};
}

/** One letter of a language that is sliced: it stands in slices, first or last. */
const isOneLetter = ({ tokens }: Term): boolean => tokens.length === 1 && isLoneLetter(tokens[0] ?? '');

function placesOf({ tokens: wanted, isPrefix }: Term, term: number, tokens: readonly Token[]): Found[] {
	const last = wanted.length - 1;
	const fits = (token: string, index: number): boolean =>
		isPrefix && index === last ? token.startsWith(wanted[index] ?? '') : token === wanted[index];
	return tokens.flatMap(({ at, start }, from) => {
		const end = tokens[from + last];
		const isThere = end?.at === at + last && wanted.every((_, index) => fits(tokens[from + index]?.token ?? '', index));
		return isThere ? [{ term, start, end: end.end }] : [];
	});
}
