import { mapWordForm, wordForm } from './normal-form.ts';
import type { DateWords, NumericOrder } from './pack.ts';

type Slot = 'd' | 'm' | 'y' | 'yy' | 'month' | 'weekday';
type Token = { readonly slot: Slot } | { readonly words: string };

/** The dates of one language, ready to be read. */
export interface DateGrammar {
	readonly templates: readonly { readonly tokens: readonly Token[]; readonly source: string }[];
	/** Word forms of months and weekdays, longest first, with their number from 1 on. */
	readonly months: readonly (readonly [string, number])[];
	readonly weekdays: readonly (readonly [string, number])[];
	readonly numeric: DateWords['numeric'];
	readonly locale: string;
}

export type DatePlace = keyof DateWords['numeric'];

export interface FoundDate {
	/** ISO; `null` where what stands there is the form of a date but no day of the calendar. */
	readonly date: string | null;
	/** 1 Monday … 7 Sunday, as printed. */
	readonly weekday: number | null;
	/** Offsets in the text that was searched. */
	readonly start: number;
	readonly end: number;
	readonly source: string;
}

export function prepareDates(words: DateWords, locale: string): DateGrammar {
	const names = (lists: readonly (readonly string[])[]) =>
		lists
			.flatMap((forms, index) => forms.map((form) => [wordForm(form), index + 1] as const))
			.sort((one, other) => other[0].length - one[0].length);
	return {
		templates: words.templates.flatMap((template) =>
			expandOptions(template).map((text) => ({ tokens: tokensOf(text), source: `${locale}/dates/${template}` })),
		),
		months: names(words.months),
		weekdays: names(words.weekdays),
		numeric: words.numeric,
		locale,
	};
}

/** A template with and without each of its parts in brackets. */
function expandOptions(template: string): string[] {
	const option = /\[([^[\]]*)\]/.exec(template);
	if (option === null) return [template];
	const before = template.slice(0, option.index);
	const after = template.slice(option.index + option[0].length);
	return [...expandOptions(before + (option[1] as string) + after), ...expandOptions(before + after)];
}

function tokensOf(template: string): Token[] {
	const tokens: Token[] = [];
	for (const part of template.split(/(\{[a-z]+\})/)) {
		const slot = /^\{(d|m|y|yy|month|weekday)\}$/.exec(part)?.[1] as Slot | undefined;
		if (slot !== undefined) tokens.push({ slot });
		else for (const words of wordForm(part.replace(/[.,]/g, ' ')).split(' ')) if (words !== '') tokens.push({ words });
	}
	return tokens;
}

interface Reading {
	y?: number;
	m?: number;
	d?: number;
	weekday?: number;
}

/**
 * Finds the first date of a text. Slips that all languages share are read: ordinal marks, a day printed twice,
 * missing blanks, full-width digits. Nothing is corrected: what is no day of the calendar is `null`.
 */
export function findDate(text: string, grammars: readonly DateGrammar[], place: DatePlace): FoundDate | null {
	if (!/\p{Nd}/u.test(text)) return null;
	const mapped = mapWordForm(text);
	for (let at = 0; at < mapped.text.length; at++) {
		if (!startsWord(mapped.text, at)) continue;
		for (const grammar of grammars) {
			const found = readDate(mapped.text, at, grammar, place);
			if (found === null) continue;
			return {
				date: isoOf(found.reading),
				weekday: found.reading.weekday ?? null,
				start: mapped.offsets[at] as number,
				end: mapped.offsets[found.end] as number,
				source: found.source,
			};
		}
	}
	return null;
}

/** A date begins at a letter or digit that does not go on a number or a word of letters with case. */
function startsWord(text: string, at: number): boolean {
	const letter = text[at] as string;
	if (!/[\p{L}\p{N}(]/u.test(letter)) return false;
	const before = text[at - 1] ?? ' ';
	if (/\d/.test(letter)) return !/[\d]/.test(before) && !/\d[.,]$/.test(text.slice(Math.max(0, at - 2), at));
	return !/[\p{Ll}]/u.test(before);
}

interface ReadDate {
	readonly reading: Reading;
	readonly end: number;
	readonly source: string;
}

function readDate(text: string, at: number, grammar: DateGrammar, place: DatePlace): ReadDate | null {
	let best: ReadDate | null = null;
	for (const { tokens, source } of grammar.templates) {
		const reading: Reading = {};
		const end = readTemplate(text, at, tokens, grammar, reading);
		if (end !== null && (best === null || end > best.end)) best = { reading, end, source };
	}
	return best ?? readNumeric(text, at, grammar.numeric[place], grammar.locale);
}

function readTemplate(
	text: string,
	from: number,
	tokens: readonly Token[],
	grammar: DateGrammar,
	reading: Reading,
): number | null {
	let at = from;
	for (const [index, token] of tokens.entries()) {
		if (index > 0) at = skipBetween(text, at);
		if ('words' in token) {
			if (!text.startsWith(token.words, at)) return null;
			at += token.words.length;
			continue;
		}
		// a day printed twice: "11. november 11 2011"
		if ((token.slot === 'y' || token.slot === 'yy') && reading.d !== undefined && reading.m !== undefined) {
			at = skipBetween(text, skipNumber(text, at, reading.d));
		}
		const end = readSlot(text, at, token.slot, grammar, reading);
		if (end === null) return null;
		at = end;
	}
	return at;
}

const BETWEEN = /[\s.,\u00BA\u00B0_-]*(?:o(?=\s))?[\s.,]*/y;

function skipBetween(text: string, at: number): number {
	BETWEEN.lastIndex = at;
	return BETWEEN.test(text) ? BETWEEN.lastIndex : at;
}

function skipNumber(text: string, at: number, value: number): number {
	const number = /^0?(\d{1,2})(?!\d)/.exec(text.slice(at, at + 3));
	return number !== null && Number(number[1]) === value ? at + number[0].length : at;
}

function readSlot(text: string, at: number, slot: Slot, grammar: DateGrammar, reading: Reading): number | null {
	if (slot === 'month' || slot === 'weekday') {
		const names = slot === 'month' ? grammar.months : grammar.weekdays;
		const name = names.find(([word]) => text.startsWith(word, at) && !/^[\p{Ll}]/u.test(text.slice(at + word.length)));
		if (name === undefined) return null;
		if (slot === 'month') reading.m = name[1];
		else reading.weekday = name[1];
		return at + name[0].length;
	}
	const width = slot === 'y' ? 4 : slot === 'yy' ? 2 : 1;
	const digits = /^\d+/.exec(text.slice(at, at + 6))?.[0] ?? '';
	if (digits.length < width || digits.length > (slot === 'y' ? 4 : 2)) return null;
	const value = Number(digits);
	if (slot === 'yy') reading.y = century(value);
	else reading[slot] = value;
	return at + digits.length;
}

const NUMERIC = /(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d|[./-]\d)/y;

function readNumeric(text: string, at: number, order: NumericOrder, locale: string): ReadDate | null {
	NUMERIC.lastIndex = at;
	const match = NUMERIC.exec(text);
	if (match === null) return null;
	const [one, two, three] = [match[1] as string, match[2] as string, match[3] as string];
	if (one.length === 3 || three.length === 3 || (one.length === 4 && three.length > 2)) return null;
	const first = one.length === 4 || (three.length < 4 && order === 'ymd');
	const reading = first
		? { y: yearOf(one), m: Number(two), d: Number(three) }
		: order === 'mdy'
			? { y: yearOf(three), m: Number(one), d: Number(two) }
			: { y: yearOf(three), m: Number(two), d: Number(one) };
	if (!first && three.length === 1) return null;
	return { reading, end: NUMERIC.lastIndex, source: `${locale}/dates/numeric` };
}

const yearOf = (digits: string): number => (digits.length === 4 ? Number(digits) : century(Number(digits)));

/** Nothing on these pages is older than 1998. */
const century = (year: number): number => (year >= 90 ? 1900 : 2000) + year;

function isoOf({ y, m, d }: Reading): string | null {
	if (y === undefined || m === undefined || d === undefined || y < 1990 || y > 2100) return null;
	const date = new Date(Date.UTC(y, m - 1, d));
	if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
	return date.toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
