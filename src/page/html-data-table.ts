import type { Element } from 'hast';
import type { Place } from '../text/place.ts';
import type { Cell, Run, Table, TableRow } from './block.ts';
import { attribute, placeOfNode, type Visit } from './hast.ts';
import { readHtmlTable } from './html-table.ts';
import { printed } from './plain-text.ts';

/** Reads the table whose element stands at `index` from the source, without the chrome that it holds. */
export function readDataTable(
	source: string,
	place: Place,
	visits: readonly Visit[],
	chrome: Uint8Array,
	index: number,
): Table {
	const table = readHtmlTable(withoutChrome(source, visits, chrome, index), place, { markdown: false });
	return markBoldHeader(table, visits, index);
}

/** The source with comments of the same length in place of chrome: the table's reader knows no other way to skip it. */
function withoutChrome(source: string, visits: readonly Visit[], chrome: Uint8Array, index: number): string {
	const { end } = visits[index] as Visit;
	const pieces: string[] = [];
	let from = 0;
	for (let at = index + 1; at < end; at++) {
		const visit = visits[at] as Visit;
		const place = chrome[at] === 1 ? placeOfNode(visit.node) : null;
		if (place === null) continue;
		at = visit.end - 1;
		if (place.start < from) continue;
		pieces.push(source.slice(from, place.start), comment(source.slice(place.start, place.end)));
		from = place.end;
	}
	return pieces.length === 0 ? source : pieces.join('') + source.slice(from);
}

function comment(markup: string): string {
	const filler = markup.replace(/[^\r\n]/g, ' ');
	return markup.length < '<!---->'.length ? filler : `<!--${filler.slice(4, -3)}-->`;
}

/** Before `th` was used, a row of bold cells on a ground of their own was a table's header. */
function markBoldHeader(table: Table, visits: readonly Visit[], index: number): Table {
	const [first, ...rest] = table.rows;
	if (first?.kind !== 'body' || rest.length === 0 || !first.cells.every(isBold)) return table;
	if (!firstRowIsGrounded(visits, index)) return table;
	const head: TableRow = { ...first, kind: 'head', cells: first.cells.map((cell) => ({ ...cell, header: true })) };
	return { ...table, rows: [head, ...rest] };
}

const isBold = ({ runs }: Cell): boolean => runs.some(isLetters) && runs.every((run) => run.strong || !isLetters(run));

const isLetters = (run: Run): boolean => (run.kind === 'text' || run.kind === 'code') && printed(run.text);

function firstRowIsGrounded(visits: readonly Visit[], index: number): boolean {
	const { end } = visits[index] as Visit;
	let row: Element | null = null;
	for (let at = index + 1; at < end; at++) {
		const { node } = visits[at] as Visit;
		if (node.type !== 'element') continue;
		if (node.tagName === 'tr') {
			if (row !== null) return true;
			row = node;
		} else if (node.tagName === 'td' && !(hasGround(node) || (row !== null && hasGround(row)))) return false;
	}
	return true;
}

const hasGround = (element: Element): boolean =>
	attribute(element, 'bgColor') !== null ||
	attribute(element, 'background') !== null ||
	/\bbackground(?:-color)?\s*:/i.test(attribute(element, 'style') ?? '');
