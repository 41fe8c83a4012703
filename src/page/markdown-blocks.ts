import type { Nodes, TableRow as PipeRow } from 'mdast';
import type { Engine } from '../options.ts';
import type { Place } from '../text/place.ts';
import type { Block, Cell, ListItem, Run, Table, TableRow } from './block.ts';
import { codeLines } from './code-lines.ts';
import { type CutText, cutTables } from './cut-tables.ts';
import { readHtmlPieces } from './html-pieces.ts';
import { readHtmlTable } from './html-table.ts';
import { readInline } from './inline.ts';
import { codeBlock, headingBlock, paragraphBlock, ruleBlock, tableBlock } from './make-block.ts';
import { hasLink, hasText, lineOf } from './plain-text.ts';

interface Visit {
	readonly node: Nodes;
	readonly item: ListItem | null;
	readonly quote: number;
}

/** State of one reading of a page's body. */
interface Reading {
	readonly source: string;
	/** Offset of the body in the source: places of the cut text begin there. */
	readonly base: number;
	readonly cut: CutText;
	/** Index of the next table to come back. */
	next: number;
	lists: number;
	readonly blocks: Block[];
}

/**
 * Reads the markdown of `source` from `base` on into blocks. Tables are cut out before the engine sees the text and
 * come back where they stood; inline text is read from the source, not from the engine's tree.
 */
export function readMarkdownBlocks(source: string, base: number, engine: Engine): Block[] {
	const body = source.slice(base);
	const cut = cutTables(body);
	const reading: Reading = { source, base, cut, next: 0, lists: 0, blocks: [] };
	const stack: Visit[] = [{ node: engine(cut.masked), item: null, quote: 0 }];
	for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
		for (const child of readNode(reading, visit).reverse()) stack.push(child);
	}
	tablesBefore(reading, source.length, null, 0);
	return reading.blocks;
}

/** Reads a leaf into blocks, or gives the children of a container. */
function readNode(reading: Reading, { node, item, quote }: Visit): Visit[] {
	const place = placeOfNode(reading, node);
	const around = { item, quote };
	if (node.type === 'root' || node.type === 'footnoteDefinition') {
		return node.children.map((child) => ({ node: child, item, quote }));
	}
	if (node.type === 'blockquote') return node.children.map((child) => ({ node: child, item, quote: quote + 1 }));
	if (node.type === 'list') {
		const list = reading.lists++;
		const ordered = node.ordered === true;
		return node.children.flatMap((child) => {
			const inner = { parent: item, list, ordered, start: placeOfNode(reading, child).start };
			return child.children.map((grandchild) => ({ node: grandchild, item: inner, quote }));
		});
	}
	tablesBefore(reading, place.start, item, quote);
	if (node.type === 'thematicBreak') reading.blocks.push(ruleBlock(place, around));
	else if (node.type === 'code') readCode(reading, place, item, quote);
	else if (node.type === 'table') {
		reading.blocks.push(tableBlock(place, around, readPipeTable(reading, place, node.children)));
	} else if (node.type === 'heading') readHeading(reading, place, node.depth, item, quote);
	else readText(reading, place, node.type === 'html', item, quote);
	return [];
}

function placeOfNode({ base, cut }: Reading, { position }: Nodes): Place {
	const start = position?.start.offset ?? 0;
	return { start: base + cut.sourceOffset(start), end: base + cut.sourceOffset(position?.end.offset ?? start) };
}

/** Brings back the tables that begin before `offset` and stand in no leaf of the engine's tree. */
function tablesBefore(reading: Reading, offset: number, item: ListItem | null, quote: number): void {
	while (nextStart(reading) < offset) pushTable(reading, nextTable(reading), item, quote);
}

function nextStart(reading: Reading): number {
	const table = reading.cut.tables[reading.next];
	return table === undefined ? Number.POSITIVE_INFINITY : table.start + reading.base;
}

/** Where the next table stands; there has to be one. */
function nextTable({ cut, next, base }: Reading): Place {
	const table = cut.tables[next] as Place;
	return { start: table.start + base, end: table.end + base };
}

function pushTable(reading: Reading, place: Place, item: ListItem | null, quote: number): void {
	reading.next++;
	const table = readHtmlTable(reading.source, place, { markdown: true, quote });
	reading.blocks.push(tableBlock(place, { item, quote }, table));
}

/** Reads a paragraph or an HTML node: what stands before, between and after the tables in it, and the tables. */
function readText(reading: Reading, place: Place, html: boolean, item: ListItem | null, quote: number): void {
	const { source, blocks } = reading;
	let from = place.start;
	const readPiece = (start: number, end: number) => {
		const piece = { start, end };
		if (html) blocks.push(...readHtmlPieces(source, piece, item, quote, () => reading.lists++));
		else pushParagraph(reading, readInline(source, piece, { markdown: true, quote }), piece, item, quote);
	};
	while (nextStart(reading) < place.end) {
		const table = nextTable(reading);
		readPiece(from, table.start);
		pushTable(reading, table, item, quote);
		from = table.end;
	}
	if (from < place.end) readPiece(from, place.end);
}

function pushParagraph(reading: Reading, runs: Run[], place: Place, item: ListItem | null, quote: number): void {
	if (hasText(runs) || hasLink(runs)) {
		reading.blocks.push(paragraphBlock(place, { item, quote }, runs));
	}
}

function readHeading(reading: Reading, place: Place, level: number, item: ListItem | null, quote: number): void {
	const { source } = reading;
	let { start, end } = place;
	if (source[start] === '#') {
		start += level;
		end -= /(?:[ \t]+#+)?[ \t]*$/.exec(source.slice(start, end))?.[0].length ?? 0;
	} else {
		end = start + (/[\r\n]+[ \t>]*[=-]+[ \t]*$/.exec(source.slice(start, end))?.index ?? end - start);
	}
	const runs = readInline(source, { start, end }, { markdown: true, quote });
	reading.blocks.push(headingBlock(place, { item, quote }, level, runs));
}

function readCode(reading: Reading, place: Place, item: ListItem | null, quote: number): void {
	const fenced = /^(?:`{3}|~{3})/.test(reading.source.slice(place.start, place.start + 3));
	if (!fenced && nextStart(reading) < place.end) {
		readText(reading, place, false, item, quote);
		return;
	}
	// a table inside a fence is code
	while (nextStart(reading) < place.end) reading.next++;
	const runs = codeLines(reading.source, place, fenced);
	if (runs.length > 0) reading.blocks.push(codeBlock(place, { item, quote }, runs));
}

function readPipeTable(reading: Reading, place: Place, rows: readonly PipeRow[]): Table {
	const { source } = reading;
	return {
		syntax: 'pipe',
		...place,
		caption: [],
		rows: rows.map((row, index): TableRow => {
			const cells = row.children.map((cell): Cell => {
				let { start, end } = placeOfNode(reading, cell);
				while (end > start && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--;
				if (source[start] === '|') start++;
				if (end > start && source[end - 1] === '|' && source[end - 2] !== '\\') end--;
				const runs = readInline(source, { start, end }, { markdown: true });
				return { start, end, header: index === 0, columns: 1, rows: 1, runs, text: lineOf(runs) };
			});
			const place = placeOfNode(reading, row);
			return { kind: index === 0 ? 'head' : 'body', start: place.start, end: place.end, cells };
		}),
	};
}
