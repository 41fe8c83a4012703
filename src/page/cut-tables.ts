import type { Place } from '../text/place.ts';

/** A comment of the length of `<table>`: it ends a paragraph and takes the table's place in lists and quotes. */
const PLACEHOLDER = '<!---->';

export interface CutText {
	/** The text with every table, and every line of nothing but empty elements, replaced by filler. */
	readonly masked: string;
	/** The offset in the source of what stands at an offset in `masked`. */
	sourceOffset(offset: number): number;
	/** The tables that were cut out, in printed order. */
	readonly tables: readonly Place[];
}

const OPEN = /<[Tt][Aa][Bb][Ll][Ee](?=[\s>])/g;
const CLOSE = /<\/[Tt][Aa][Bb][Ll][Ee]\s*>/g;
const HEADING_LINE = /(?:^|[\r\n])#{1,6} |[\r\n](?:=+|-+)[ \t]*(?=[\r\n])/g;
const EMPTY_ELEMENT =
	'(?:p|div|span|center|font)(?:\\s[^<>]*)?>[\\s\\u00A0]*?</(?:p|div|span|center|font)>[ \\t\\u00A0]*|' +
	'/?(?:p|div|center)(?:\\s[^<>]*)?>[ \\t\\u00A0]*';
/**
 * Lines of empty elements. An HTML block would swallow the lines that follow them. The sign in front of the look at
 * what stands before it lets the search pass over all other letters.
 */
const EMPTY_LINE = new RegExp(`<(?<=^[ \\t]*<)(?:${EMPTY_ELEMENT})(?:<(?:${EMPTY_ELEMENT}))*$`, 'gim');

/**
 * Takes the HTML tables out of a markdown text before an engine sees it: blank lines and indentation inside would
 * tear them. A table that is not closed ends before the next one or before a heading line.
 */
export function cutTables(source: string): CutText {
	const tables: Place[] = [];
	const shifts: Shift[] = [];
	const opening = finder(source, OPEN);
	const closing = finder(source, CLOSE);
	const heading = finder(source, HEADING_LINE);
	let masked = '';
	let at = 0;
	for (let start = opening(0)?.start; start !== undefined; start = opening(at)?.start) {
		const next = opening(start + '<table'.length)?.start ?? source.length;
		const close = closing(start);
		const end = close !== null && close.end <= next ? close.end : endOfOpen(source, start, next, heading(start));
		const { first, last } = fillTable(source, start, end);
		tables.push({ start, end });
		masked += source.slice(at, start) + first + last;
		shifts.push({ from: masked.length - last.length, by: end - masked.length });
		at = end;
	}
	masked += source.slice(at);
	const emptied = masked.replace(EMPTY_LINE, blank);
	// most pages have no such line: what it must hold is found much sooner
	const blanked = emptied.includes('    \u00A0') ? emptied.replace(BLANK_INDENTED, blank) : emptied;
	return { masked: blanked, tables, sourceOffset: shifter(shifts) };
}

/** From an offset in the masked text on, its letters stand so much further behind in the source. */
interface Shift {
	readonly from: number;
	readonly by: number;
}

/** Asked for one offset after the other, it seldom has to look further than it stands. */
function shifter(shifts: readonly Shift[]): (offset: number) => number {
	let last = -1;
	return (offset) => {
		while (last >= 0 && (shifts[last] as Shift).from > offset) last--;
		while (last + 1 < shifts.length && (shifts[last + 1] as Shift).from <= offset) last++;
		return last < 0 ? offset : offset + (shifts[last] as Shift).by;
	};
}

/** What is left of a line behind a table that was cut out; markdown would take it for code. */
const BLANK_INDENTED = /^ {4,}\u00A0[ \t\u00A0]*$/gm;

/** Where a table ends that is not closed: before `next`, or before a heading, but not within its own tag. */
function endOfOpen(source: string, start: number, next: number, heading: Place | null): number {
	if (heading === null || heading.start >= next) return next;
	const isSigned = source.slice(heading.start, heading.end).includes('#');
	const end = isSigned ? heading.start : start + lastLineEnd(source.slice(start, heading.start));
	return Math.max(end, start + PLACEHOLDER.length);
}

const lastLineEnd = (text: string): number => Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));

/** Finds the first match at an offset or behind it; asked for ever greater offsets, it reads the text once. */
function finder(source: string, pattern: RegExp): (from: number) => Place | null {
	let found: Place | null = null;
	let searched = -1;
	return (from) => {
		if (searched >= 0 && searched <= from && (found === null || from <= found.start)) return found;
		pattern.lastIndex = from;
		const match = pattern.exec(source);
		found = match === null ? null : { start: match.index, end: pattern.lastIndex };
		searched = from;
		return found;
	};
}

/**
 * The filler of a table: its first line, and its last one, as wide as it was, for what may follow on it. Of the lines
 * between them, however many, one blank line is left: to an engine it is the same.
 */
function fillTable(source: string, start: number, end: number): { first: string; last: string } {
	LINE_END.lastIndex = end;
	const textFollows = source.slice(end, LINE_END.exec(source)?.index ?? source.length).trim() !== '';
	const lastLine = start + lastLineEnd(source.slice(start, end)) + 1;
	if (lastLine === start) {
		const rest = fillLine(end - start - PLACEHOLDER.length, textFollows);
		return { first: PLACEHOLDER, last: rest };
	}
	LINE_END.lastIndex = start;
	LINE_END.test(source);
	const isShort = LINE_END.lastIndex === lastLine;
	return { first: `${PLACEHOLDER}\n${isShort ? '' : '\n'}`, last: fillLine(end - lastLine, textFollows) };
}

const LINE_END = /\r\n?|\n/g;

/** Blanks, before text closed by a second comment: text right behind blanks would be code. */
const fillLine = (length: number, textFollows: boolean): string =>
	textFollows && length >= PLACEHOLDER.length
		? ' '.repeat(length - PLACEHOLDER.length) + PLACEHOLDER
		: ' '.repeat(length);

const blank = (text: string): string => text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
