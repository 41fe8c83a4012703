import { type FoundDate, findDate } from '../language/dates.ts';
import { labelForm, wordForm } from '../language/normal-form.ts';
import { firstEntry } from '../language/phrases.ts';
import type { Language, LineLabel } from '../language/prepare.ts';
import type { Run } from '../page/block.ts';
import { type Flow, flowOf, placeInFlow } from '../page/flow.ts';
import type { Place } from '../text/place.ts';

/** A date or version as a line under the title prints it. */
export interface LineValue {
	readonly label: LineLabel;
	/** ISO date or number of the version; `null` where the label stands before something else or nothing. */
	readonly value: string | null;
	/** What is printed. */
	readonly printed: string;
	/** 1 Monday … 7 Sunday, where the line prints it. */
	readonly weekday: number | null;
	readonly place: Place;
	/** The pack entries by which it was read. */
	readonly source: string;
}

/** A line of labels is at most this long, in UTF-16 units; real ones have 120 at most. */
const LONGEST = 300;
/** Bars, and a lower-case L between blanks that was meant as one. */
const BAR = /\s*[|\uFF5C]\s*|(?<=\d)\s+l\s+(?=\p{L})/u;
const VERSION = /^[\s:\uFF1A]*V?\s?\.?\s?(\d{1,2})(?:[.,]\s?(\d{1,2}))?\.?\s*$/i;

/** Reads a line of labels with dates, or with a version; `null` where the line is anything else. */
export function readLabelledLine(runs: readonly Run[], readers: readonly Language[]): LineValue[] | null {
	const flow = flowOf(runs);
	if (flow.text.length > LONGEST) return null;
	const version = readVersionLine(flow, readers);
	if (version !== null) return [version];
	const values: (LineValue | UnlabelledDate)[] = [];
	let from = 0;
	for (const part of flow.text.split(BAR)) {
		const at = flow.text.indexOf(part, from);
		from = at + part.length;
		if (part.trim() === '') continue;
		const value = readPart(flow, part, at, readers);
		if (value === null) return null;
		values.push(value);
	}
	if (!values.some((value) => value.label !== null)) return null;
	// a date before the bar whose label was lost is the first publication's
	return values.map((value) => (value.label === null ? { ...value, label: 'published' } : value));
}

type UnlabelledDate = Omit<LineValue, 'label'> & { readonly label: null };

function readPart(
	flow: Flow,
	part: string,
	at: number,
	readers: readonly Language[],
): LineValue | UnlabelledDate | null {
	const found = findDate(
		part,
		readers.map((reader) => reader.dates),
		'dateline',
	);
	if (found === null) return readPartWithoutDate(flow, part, at, readers);
	const before = readLabel(part.slice(0, found.start), readers);
	const after = part.slice(found.end);
	const suffix = before === null ? readSuffix(after, readers) : null;
	if (suffix === null && !endsThere(after)) return null;
	const label = before ?? suffix;
	if (label === null && /\p{L}/u.test(part.slice(0, found.start))) return null;
	const place = placeInFlow(flow, at + found.start, at + found.end);
	return { label: label?.label ?? null, ...dateValue(found, part), place, source: label?.source ?? found.source } as
		| LineValue
		| UnlabelledDate;
}

const dateValue = (found: FoundDate, part: string) => ({
	value: found.date,
	weekday: found.weekday,
	printed: part.slice(found.start, found.end).trim(),
});

/** Nothing but signs, or an abbreviation of "year". */
const endsThere = (text: string): boolean => /^[\s\p{P}\p{S}]*(?:\p{L}{1,2}\.?)?[\s\p{P}\p{S}]*$/u.test(text);

/** `Updated:` with nothing behind it, or with words and digits that are no date. */
function readPartWithoutDate(flow: Flow, part: string, at: number, readers: readonly Language[]): LineValue | null {
	const colon = part.search(/[:\uFF1A]/);
	if (colon < 0) return null;
	const label = readLabel(part.slice(0, colon), readers);
	const rest = part.slice(colon + 1).trim();
	if (label === null || label.label === 'version' || (rest !== '' && (rest.length > 40 || !/\d{4}/.test(rest))))
		return null;
	const place = placeInFlow(flow, at, at + part.length);
	return { label: label.label, value: null, printed: rest, weekday: null, place, source: label.source };
}

interface FoundLabel {
	readonly label: LineLabel;
	readonly source: string;
}

/** The label that a text is, printed twice too. */
function readLabel(text: string, readers: readonly Language[]): FoundLabel | null {
	const [first = '', ...others] = text
		.split(/[:\uFF1A]/)
		.map(labelForm)
		.filter((form) => form !== '');
	if (others.some((form) => form !== first)) return null;
	const entry = firstEntry(readers, ({ lines }) => lines, first);
	return entry === null ? null : { label: entry.meaning, source: entry.source };
}

function readSuffix(text: string, readers: readonly Language[]): FoundLabel | null {
	const words = wordForm(text).replace(/[\s\p{P}]+$/u, '');
	for (const reader of readers) {
		const suffix = reader.suffixes.find((candidate) => candidate.words === words);
		if (suffix !== undefined) return { label: suffix.label, source: `${reader.locale}/dateline/${suffix.label}` };
	}
	return null;
}

function readVersionLine(flow: Flow, readers: readonly Language[]): LineValue | null {
	const digit = flow.text.search(/(?:V\s?\.?\s?)?\d/i);
	if (digit < 0) return null;
	const label = readLabel(flow.text.slice(0, digit), readers);
	const match = VERSION.exec(flow.text.slice(digit));
	if (label === null || match === null) return null;
	// one language calls the version "updated"
	if (label.label !== 'version' && match[2] === undefined) return null;
	const value = match[2] === undefined ? (match[1] as string) : `${match[1]}.${match[2]}`;
	const place = placeInFlow(flow, digit, flow.text.trimEnd().length);
	return { label: 'version', value, printed: match[0].trim(), weekday: null, place, source: label.source };
}
