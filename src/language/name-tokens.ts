import { wordForm } from './normal-form.ts';

/** A piece of a name: a word, a number with its letter (`6a`), a letter of a script without blanks, or a separator. */
export interface NameToken {
	readonly text: string;
	/** Offsets in the normal form of the name. */
	readonly start: number;
	readonly end: number;
}

export interface TokenizedName {
	/** The name in word form, line by line. */
	readonly text: string;
	readonly tokens: readonly NameToken[];
}

/** Trade marks, footnote marks, and numbers in parentheses of one digit, which are footnote marks too. */
const MARKS = /[\u00AE\u2122\u00A9\u00BA\u00B0\u00B9\u00B2\u00B3\u2020\u2021*\uFFFD]|\[\d{1,2}\]|\(\d\)/g;
/** The file that an update replaces, beside the product: `(Win32k.sys)`. */
const FILE = /\(\s*[\w-]+[. ](?:sys|dll|exe|ocx)\s*\)/gi;
const DECIMAL_COMMA = /(?<![\d.,])(\d{1,2}),(\d{1,2})(?![\d,])/g;
const TOKEN =
	/\d+(?:\.\d+)*(?:\.x)?(?:[a-z](?![\p{L}\d]))?|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{M}])+(?:#|\+\+)?|[,\u3001;/|\u2502\u30FB&\n]/gu;
/** Numbers of articles are facts of their own; the maker stands before some names of a family and not before others. */
const NOTHING = /^(?:kb|microsoft|\d{6,})$/;

export const isNumber = (token: string): boolean => /^\d/.test(token);

/** Takes a name apart. Hyphens, parentheses, quotation marks and colons part words and are nothing else. */
export function nameTokens(name: string): TokenizedName {
	const text = name
		.replace(MARKS, '')
		.replace(FILE, ' ')
		.split('\n')
		.map(wordForm)
		.join('\n')
		.replace(DECIMAL_COMMA, '$1.$2');
	const tokens: NameToken[] = [];
	for (const match of text.matchAll(TOKEN)) {
		if (NOTHING.test(match[0])) continue;
		tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
	}
	return { text, tokens };
}
