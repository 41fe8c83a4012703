import type { Collector } from '../diagnostic/collector.ts';
import type { Trace } from '../diagnostic/trace.ts';
import { labelForm } from '../language/normal-form.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import type { LineIndex } from '../text/text.ts';
import { alignRow } from './align-row.ts';
import { columnsByEvidence } from './column-evidence.ts';
import type { RowEntry } from './entry.ts';
import { type Grid, type GridCell, type GridRow, printedCells } from './grid.ts';
import { type Header, readRole } from './header.ts';
import { makeRows } from './make-rows.ts';

/** What a table of software needs to know of the page. */
export interface RowContext {
	readonly readers: readonly Language[];
	readonly lines: LineIndex;
	readonly diagnostics: Collector;
	readonly trace: Trace;
	readonly footnotes: ReadonlyMap<string, string>;
}

const PRODUCT_ROLES = new Set(['software', 'operating-system', 'not-affected-software']);

/** The first column of products; -1 where no header word and no title says that there is one. */
export function productColumn(header: Header): number {
	const at = header.columns.findIndex((column) => column.role !== null && PRODUCT_ROLES.has(column.role));
	if (at >= 0) return at;
	return header.titles.some((role) => role !== null && PRODUCT_ROLES.has(role)) ? 0 : -1;
}

/** All columns of products: of a table with a column a service branch, each names a product of its own. */
function productColumns(header: Header): number[] {
	const first = Math.max(0, productColumn(header));
	const others = header.columns.flatMap(({ role, spanned }, index) =>
		index > first && role === 'software' && !spanned ? index : [],
	);
	return header.columns[first]?.role === 'software' ? [first, ...others] : [first];
}

/** Reads the rows of a table of software; `affected` is what its heading says of those without a header that does. */
export function readSoftwareRows(grid: Grid, header: Header, affected: boolean, context: RowContext): RowEntry[] {
	const columns = productColumns(header);
	const [first = 0] = columns;
	const roles = [...header.titles, header.columns[first]?.role ?? null];
	let isAffected = affected && !roles.includes('not-affected-software');
	let group: string | null = null;
	const body = grid.rows.slice(header.end).flatMap((row) => (row.kind === 'stray' ? [] : alignRow(row, header)));
	const heads = columnsByEvidence(header.columns, body);
	const allBold = body.every((row) => isBold(row.cells[first] ?? null));
	const entries: RowEntry[] = [];
	let above: GridCell | null = null;
	for (const printed of body) {
		const row = continued(printed, header, first, above);
		const cells = printedCells(row);
		const heading = headingOf(row, cells, row.cells[first] ?? null, grid.width, allBold, context);
		if (heading !== null) {
			above = null;
			const says = saysAffected(heading.text, context.readers);
			if (says !== null) isAffected = says;
			const role = readRole(heading.text, context.readers)?.meaning;
			const column =
				says !== null || (role !== undefined && role !== 'other' && (role !== 'software' || row === body[0]));
			group = column ? null : heading.text;
		} else {
			above = row.cells[first] ?? null;
			for (const column of columns) entries.push(...makeRows(row, heads, column, group, isAffected, context));
		}
	}
	return entries;
}

/** A row that leaves the product out, but names a component, goes on with the product above. */
function continued(row: GridRow, { columns }: Header, first: number, above: GridCell | null): GridRow {
	const own = row.cells[first];
	const names = row.cells.some(
		(cell, index) => cell !== null && cell.text !== '' && columns[index]?.role === 'component',
	);
	if (above === null || !names || (own !== undefined && own !== null && own.text !== '')) return row;
	return { ...row, cells: row.cells.map((cell, index) => (index === first ? above : cell)) };
}

/** Whether a row says that what follows is affected; `null` where it says neither. */
function saysAffected(text: string, readers: readonly Language[]): boolean | null {
	if (readRole(text, readers)?.meaning === 'not-affected-software') return false;
	const form = labelForm(text);
	for (const { headings } of readers) {
		const entry = lookUp(headings, form, ANYWHERE);
		if (entry === null || entry.under !== null || entry.in !== null) continue;
		if (entry.meaning === 'affected-software') return true;
		if (entry.meaning === 'non-affected-software') return false;
	}
	return null;
}

/** A row over the products: alone in its row and over the whole width, bold, or a known word; or a known word in bold. */
function headingOf(
	row: GridRow,
	cells: readonly GridCell[],
	product: GridCell | null,
	width: number,
	allBold: boolean,
	{ readers, diagnostics }: RowContext,
): GridCell | null {
	const [only] = cells;
	if (only === undefined) return null;
	if (cells.length > 1) {
		if (product === null || allBold || !isBold(product) || readRole(product.text, readers) === null) return null;
		for (const stray of cells) {
			if (stray !== product) diagnostics.add('cell-beside-heading', stray.cell, { actual: stray.text.slice(0, 120) });
		}
		return product;
	}
	const over = width > 1 && row.cells.every((other) => other === null || other.cell === only.cell);
	const heading = readRole(only.text, readers) !== null || only.cell.header || (isBold(only) ? !allBold : over);
	return heading ? only : null;
}

const isBold = (cell: GridCell | null): boolean =>
	cell !== null && cell.text !== '' && cell.cell.runs.every((run) => run.strong || run.text.trim() === '');
