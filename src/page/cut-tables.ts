import type { Place } from '../text/place.ts';

/** A comment of the length of `<table>`: it ends a paragraph and takes the table's place in lists and quotes. */
const PLACEHOLDER = '<!---->';

export interface CutText {
	/** The text with every table, and every line of nothing but empty elements, replaced by filler of its length. */
	readonly masked: string;
	/** The tables that were cut out, in printed order. */
	readonly tables: readonly Place[];
}

const OPEN = /<table(?=[\s>])/gi;
const CLOSE = /<\/table\s*>/gi;
const HEADING_LINE = /(?:^|[\r\n])#{1,6} |[\r\n](?:=+|-+)[ \t]*(?=[\r\n])/g;
/** Lines of empty elements. An HTML block would swallow the lines that follow them. */
const EMPTY_LINE =
	/^[ \t]*(?:<(?:p|div|span|center|font)(?:\s[^<>]*)?>[\s\u00A0]*?<\/(?:p|div|span|center|font)>[ \t\u00A0]*|<\/?(?:p|div|center)(?:\s[^<>]*)?>[ \t\u00A0]*)+$/gim;

/**
 * Takes the HTML tables out of a markdown text before an engine sees it: blank lines and indentation inside would
 * tear them. A table that is not closed ends before the next one or before a heading line.
 */
export function cutTables(source: string): CutText {
	const tables: Place[] = [];
	let masked = '';
	let at = 0;
	OPEN.lastIndex = 0;
	for (let match = OPEN.exec(source); match !== null; match = OPEN.exec(source)) {
		const start = match.index;
		const end = endOfTable(source, start);
		tables.push({ start, end });
		masked += source.slice(at, start) + fillTable(source, start, end);
		at = end;
		OPEN.lastIndex = end;
	}
	masked += source.slice(at);
	return { masked: masked.replace(EMPTY_LINE, blank).replace(BLANK_INDENTED, blank), tables };
}

/** What is left of a line behind a table that was cut out; markdown would take it for code. */
const BLANK_INDENTED = /^ {4,}\u00A0[ \t\u00A0]*$/gm;

function endOfTable(source: string, start: number): number {
	CLOSE.lastIndex = start;
	const close = CLOSE.exec(source);
	const closeEnd = close === null ? source.length : CLOSE.lastIndex;
	const from = start + '<table'.length;
	const next = source.slice(from, closeEnd).search(/<table(?=[\s>])/i);
	if (close !== null && next < 0) return closeEnd;
	const limit = next < 0 ? source.length : from + next;
	HEADING_LINE.lastIndex = start;
	const heading = HEADING_LINE.exec(source);
	if (heading === null || heading.index >= limit) return limit;
	return heading[0].includes('#') ? heading.index : source.lastIndexOf('\n', heading.index - 1);
}

function fillTable(source: string, start: number, end: number): string {
	const filler = PLACEHOLDER + blank(source.slice(start + PLACEHOLDER.length, end));
	const lineEnd = /[\r\n]|$/g;
	lineEnd.lastIndex = end;
	const restEnd = lineEnd.exec(source)?.index ?? end;
	const textFollows = source.slice(end, restEnd).trim() !== '';
	const room = filler.length - PLACEHOLDER.length;
	if (!textFollows || room < PLACEHOLDER.length || /[\r\n]/.test(filler.slice(room))) return filler;
	return filler.slice(0, room) + PLACEHOLDER;
}

const blank = (text: string): string => text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
