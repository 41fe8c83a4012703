import { remember } from '../text/remember.ts';

/**
 * The one form in which words are indexed and searched: NFKC, lower case of no locale, without diacritics; runs of
 * Chinese, Japanese and Korean in slices of two letters. The text is never changed: every token knows where it stands.
 */

/** Takes a token, and the UTF-16 offsets between which it stands in the text. */
export type TakeToken = (token: string, start: number, end: number) => void;

/** What a letter is to the words around it. */
const SEPARATOR = 0;
const PLAIN = 1;
const SLICED = 2;
/** Goes on with the letter before it. */
const MARK = 3;
type Kind = typeof SEPARATOR | typeof PLAIN | typeof SLICED | typeof MARK;

const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u;
/** Raised digits are footnote marks, and no part of the word that they stand at. */
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
/** Marks, what cannot be seen, and the voice marks of half-width kana. */
const MODIFIER = /[\p{M}\p{Cf}\uff9e\uff9f]/u;
const NO_LETTER = /[^\p{L}\p{Nd}]/gu;
const LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u;
const MARKS = /\p{M}/gu;
/** Of the Cyrillic marks, those that make no other letter: the breve makes one. */
const CYRILLIC_MARKS = /[\u0300\u0301\u0308]/g;

/** Letters whose stroke, dot or ligature is no mark of its own. */
const LETTERS: Readonly<Record<string, string>> = {
	'\u00df': 'ss',
	'\u00e6': 'ae',
	'\u00f0': 'd',
	'\u00f8': 'o',
	'\u00fe': 'th',
	'\u0111': 'd',
	'\u0127': 'h',
	'\u0131': 'i',
	'\u0142': 'l',
	'\u0153': 'oe',
};

const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
const HIGH_SURROGATE = 0xd800;
const END_OF_SURROGATES = 0xe000;

function kindOf(letter: string): Kind {
	if (MODIFIER.test(letter)) return MARK;
	if (!LETTER_OR_DIGIT.test(letter)) return SEPARATOR;
	return WITHOUT_SPACES.test(letter.normalize('NFKC')) ? SLICED : PLAIN;
}

function kindAt(text: string, at: number): Kind {
	const code = text.charCodeAt(at);
	if (code >= HIGH_SURROGATE && code < END_OF_SURROGATES)
		return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
	let kind = kinds[code] as number;
	if (kind === UNKNOWN) {
		kind = kindOf(text.charAt(at));
		kinds[code] = kind;
	}
	return kind as Kind;
}

/** UTF-16 units of the letter at an offset. */
function unitsAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= HIGH_SURROGATE && code < END_OF_SURROGATES && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Visits the tokens of a text in their order. */
export function eachToken(text: string, take: TakeToken): void {
	const { length } = text;
	for (let at = 0; at < length; ) {
		const first = kindAt(text, at);
		if (first === SEPARATOR || first === MARK) {
			at += unitsAt(text, at);
			continue;
		}
		const start = at;
		let letters = 0;
		let isSliced = false;
		for (let kind: Kind = first; kind !== SEPARATOR; ) {
			letters |= text.charCodeAt(at);
			if (kind === SLICED) isSliced = true;
			at += unitsAt(text, at);
			kind = at < length ? kindAt(text, at) : SEPARATOR;
		}
		const word = text.slice(start, at);
		if (isSliced) sliceWord(word, start, take);
		else take(letters < 0x80 ? word.toLowerCase() : foldWord(word), start, at);
	}
}

/** Words and letters that are remembered: more than are in use at a time. */
const REMEMBERED = 50_000;
/** UTF-16 units of a word that is remembered: longer ones seldom come again. */
const LONGEST = 12;
const shortWord = remember((word) => joinLetters(word), REMEMBERED);
const foldLetter = remember((letter) => makeFolded(letter), REMEMBERED);

/** A word without slices, a single token; the same words come again and again. */
const foldWord = (word: string): string => (word.length > LONGEST ? joinLetters(word) : shortWord(word));

function joinLetters(word: string): string {
	let token = '';
	for (let at = 0; at < word.length; ) {
		const start = at;
		at = letterEnd(word, at);
		token += foldLetter(word.slice(start, at));
	}
	return token;
}

/** Where a letter ends, with the marks that go on with it. */
function letterEnd(word: string, start: number): number {
	let at = start + unitsAt(word, start);
	while (at < word.length && kindAt(word, at) === MARK) at += unitsAt(word, at);
	return at;
}

/** A word with letters that are sliced: of these, slices; of runs of other letters a token each. */
function sliceWord(word: string, offset: number, take: TakeToken): void {
	let run = '';
	let runStart = 0;
	/** The letter before in a sliced run, and whether it stands in a slice already. */
	let last: {
		readonly letter: string;
		readonly start: number;
		readonly end: number;
		readonly isTaken: boolean;
	} | null = null;
	for (let at = 0; at < word.length; ) {
		const start = at;
		const isSliced = kindAt(word, at) === SLICED;
		at = letterEnd(word, at);
		const letter = foldLetter(word.slice(start, at));
		if (isSliced) {
			if (run !== '') take(run, offset + runStart, offset + start);
			run = '';
			if (last !== null) take(last.letter + letter, offset + last.start, offset + at);
			last = { letter, start, end: at, isTaken: last !== null };
			continue;
		}
		if (last !== null && !last.isTaken) take(last.letter, offset + last.start, offset + last.end);
		last = null;
		if (run === '') runStart = start;
		run += letter;
	}
	if (run !== '') take(run, offset + runStart, offset + word.length);
	if (last !== null && !last.isTaken) take(last.letter, offset + last.start, offset + last.end);
}

function makeFolded(letter: string): string {
	const lower = letter
		.replace(/\p{Cf}/gu, '')
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFD');
	const marks = LATIN_OR_GREEK.test(lower) ? MARKS : CYRILLIC_MARKS;
	const bare = [...lower.replace(marks, '').normalize('NFC')].map((one) => LETTERS[one] ?? one).join('');
	return bare.replace(NO_LETTER, '');
}

/** The tokens of a text, in their order. */
export function tokensOf(text: string): string[] {
	const tokens: string[] = [];
	eachToken(text, (token) => tokens.push(token));
	return tokens;
}

/** Whether a token comes from a run that is sliced: two letters, or a single one that was the whole run. */
export const isSliced = (token: string): boolean => kindAt(token, 0) === SLICED;

/** Whether a sliced token is a single letter. */
export const isLoneLetter = (token: string): boolean => isSliced(token) && token.length === unitsAt(token, 0);
