import { Tokenizer } from 'htmlparser2';
import type { Place } from '../text/place.ts';
import type { Cell, Run, Table, TableRow } from './block.ts';
import { lower } from './html-tag.ts';
import { type InlineSyntax, readInline } from './inline.ts';
import { hasText, lineOf } from './plain-text.ts';

/** The elements that make the table; whatever else stands in it is the inline reader's. */
const STRUCTURE = new Set(['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const ATTRIBUTES = new Set(['class', 'colspan', 'rowspan']);

/** The name of an element that makes the table; `null` of any other, told by its first letter mostly. */
function structureName(source: string, start: number, end: number): string | null {
	const letter = source.charCodeAt(start) | 0x20;
	if (letter !== 0x74 && letter !== 0x63) return null;
	const name = lower(source.slice(start, end));
	return STRUCTURE.has(name) ? name : null;
}

const SPAN_TO_END = 65_534;
/** What stands between most cells. */
const BLANKS = /[ \t\r\n]*/y;

interface OpenTag {
	readonly name: string;
	readonly start: number;
	/** Those that the table is made by; `null` where it has none. */
	attributes: Map<string, string> | null;
}

/** State of one reading: the offsets at which the open parts began, and what is done. */
interface Reading {
	readonly source: string;
	readonly syntax: InlineSyntax;
	readonly rows: TableRow[];
	readonly strays: TableRow[];
	row: { start: number; head: boolean; cells: Cell[] } | null;
	cell: { start: number; tag: OpenTag } | null;
	captionStart: number | null;
	caption: Run[];
	inHead: boolean;
	/** Where text that stands in no cell may begin. */
	gap: number;
}

/**
 * Reads the rows and cells of the table at `place`, which begins with its `<table>` tag. Nothing is moved out of it:
 * text between the cells becomes a row of its own, after the row in which it stands.
 */
export function readHtmlTable(source: string, place: Place, syntax: InlineSyntax): Table {
	const reading: Reading = {
		source,
		syntax: { ...syntax, cell: true },
		rows: [],
		strays: [],
		row: null,
		cell: null,
		captionStart: null,
		caption: [],
		inHead: false,
		gap: place.start,
	};
	readTags(source, place, {
		open(tag, end) {
			leaveGap(reading, tag.start);
			openTag(reading, tag, end);
			reading.gap = end;
		},
		close(name, start, end) {
			leaveGap(reading, start);
			closeTag(reading, name, start, end);
			reading.gap = end;
		},
	});
	leaveGap(reading, place.end);
	endRow(reading, place.end, place.end);
	return { syntax: 'html', start: place.start, end: place.end, caption: reading.caption, rows: reading.rows };
}

interface TagHandler {
	open(tag: OpenTag, end: number): void;
	close(name: string, start: number, end: number): void;
}

/** Runs the tokenizer over the table and reports the tags that make it. */
function readTags(source: string, place: Place, handler: TagHandler): void {
	const base = place.start;
	const slice = source.slice(place.start, place.end);
	let tag: OpenTag | null = null;
	let attribute = '';
	const done = (end: number) => {
		if (tag !== null) handler.open(tag, base + end + 1);
		tag = null;
	};
	const ignore = () => {};
	const tokenizer = new Tokenizer(
		{ xmlMode: true, decodeEntities: false },
		{
			onopentagname(start, end) {
				const name = structureName(slice, start, end);
				tag = name === null ? null : { name, start: base + start - 1, attributes: null };
			},
			onattribname(start, end) {
				attribute = tag === null ? '' : lower(slice.slice(start, end));
			},
			onattribdata(start, end) {
				if (tag === null || !ATTRIBUTES.has(attribute)) return;
				tag.attributes ??= new Map();
				tag.attributes.set(attribute, slice.slice(start, end));
			},
			onopentagend: done,
			onselfclosingtag: done,
			onclosetag(start, end) {
				const name = structureName(slice, start, end);
				if (name === null) return;
				const close = slice.indexOf('>', end);
				handler.close(name, base + start - 2, close < 0 ? place.end : base + close + 1);
			},
			onattribend: ignore,
			onattribentity: ignore,
			oncdata: ignore,
			oncomment: ignore,
			ondeclaration: ignore,
			onend: ignore,
			onprocessinginstruction: ignore,
			ontext: ignore,
			ontextentity: ignore,
		},
	);
	tokenizer.write(slice);
	tokenizer.end();
}

function openTag(reading: Reading, tag: OpenTag, end: number): void {
	if (tag.name === 'td' || tag.name === 'th') {
		endCell(reading, tag.start);
		reading.row ??= { start: tag.start, head: reading.inHead, cells: [] };
		reading.cell = { start: end, tag };
	} else if (tag.name === 'tr') {
		endRow(reading, tag.start, tag.start);
		const style = tag.attributes?.get('class') ?? '';
		reading.row = { start: tag.start, head: reading.inHead || style === 'thead' || style === 'header', cells: [] };
	} else if (tag.name === 'caption') {
		reading.captionStart = end;
	} else if (tag.name === 'thead' || tag.name === 'tbody' || tag.name === 'tfoot') {
		endRow(reading, tag.start, tag.start);
		reading.inHead = tag.name === 'thead';
	}
}

function closeTag(reading: Reading, name: string, start: number, end: number): void {
	if (name === 'td' || name === 'th') endCell(reading, start);
	else if (name === 'caption') endCaption(reading, start);
	else if (name !== 'col' && name !== 'colgroup') endRow(reading, start, end);
	if (name === 'thead') reading.inHead = false;
}

function endCaption(reading: Reading, end: number): void {
	if (reading.captionStart === null) return;
	reading.caption = readInline(reading.source, { start: reading.captionStart, end }, reading.syntax);
	reading.captionStart = null;
}

function endCell(reading: Reading, end: number): void {
	const { cell, row } = reading;
	if (cell === null || row === null) return;
	const runs = readInline(reading.source, { start: cell.start, end }, reading.syntax);
	row.cells.push({
		start: cell.start,
		end,
		header: cell.tag.name === 'th',
		columns: readSpan(cell.tag.attributes?.get('colspan'), 1),
		rows: readSpan(cell.tag.attributes?.get('rowspan'), SPAN_TO_END),
		runs,
		text: lineOf(runs),
	});
	reading.cell = null;
}

function endRow(reading: Reading, cellEnd: number, end: number): void {
	endCell(reading, cellEnd);
	const { row } = reading;
	if (row !== null && row.cells.length > 0) {
		const head = row.head || row.cells.every((cell) => cell.header);
		reading.rows.push({ kind: head ? 'head' : 'body', start: row.start, end, cells: row.cells });
	}
	reading.row = null;
	reading.rows.push(...reading.strays.splice(0));
}

/** Text before `end` that stands in no cell and no caption. */
function leaveGap(reading: Reading, end: number): void {
	if (reading.cell !== null || reading.captionStart !== null || end <= reading.gap) return;
	BLANKS.lastIndex = reading.gap;
	BLANKS.test(reading.source);
	if (BLANKS.lastIndex >= end) return;
	const place = { start: reading.gap, end };
	const runs = readInline(reading.source, place, reading.syntax);
	if (!hasText(runs)) return;
	const cell: Cell = { ...place, header: false, columns: 1, rows: 1, runs, text: lineOf(runs) };
	reading.strays.push({ kind: 'stray', ...place, cells: [cell] });
	if (reading.row === null) reading.rows.push(...reading.strays.splice(0));
}

function readSpan(value: string | undefined, zero: number): number {
	const span = Number.parseInt(value ?? '1', 10);
	if (span === 0) return zero;
	return Number.isNaN(span) || span < 0 ? 1 : Math.min(span, SPAN_TO_END);
}
