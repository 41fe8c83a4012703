import type { Rating, SoftwareRow } from '../advisory/schema.ts';
import { type Impact, SEVERITIES, type Severity } from '../advisory/words.ts';
import type { Collector } from '../diagnostic/collector.ts';
import type { Trace } from '../diagnostic/trace.ts';
import type { Language } from '../language/prepare.ts';
import { placeOf } from '../page/plain-text.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { LineIndex } from '../text/text.ts';
import { type Grid, type GridCell, type GridRow, printedCells } from './grid.ts';
import { type Column, type Header, readRole } from './header.ts';
import { readArticles, readDownloads, readProductCell } from './product-cell.ts';
import { type CellRating, readRating } from './rating-cell.ts';
import { readReplaced } from './replaced-cell.ts';

/** What a table of software needs to know of the page. */
export interface RowContext {
	readonly readers: readonly Language[];
	readonly lines: LineIndex;
	readonly diagnostics: Collector;
	readonly trace: Trace;
	readonly footnotes: ReadonlyMap<string, string>;
}

export interface ReadRow {
	readonly row: SoftwareRow;
	readonly affected: boolean;
}

const PRODUCT_ROLES = new Set(['software', 'operating-system', 'not-affected-software']);

/** The column of the products; -1 where no header word and no title says that there is one. */
export function productColumn(header: Header): number {
	const at = header.columns.findIndex((column) => column.role !== null && PRODUCT_ROLES.has(column.role));
	if (at >= 0) return at;
	return header.titles.some((role) => role !== null && PRODUCT_ROLES.has(role)) ? 0 : -1;
}

/** Reads the rows of a table of software; `affected` is what its heading says of those without a header that does. */
export function readSoftwareRows(grid: Grid, header: Header, affected: boolean, context: RowContext): ReadRow[] {
	const column = Math.max(0, productColumn(header));
	const roles = [...header.titles, header.columns[column]?.role ?? null];
	let isAffected = affected && !roles.includes('not-affected-software');
	let group: string | null = null;
	const allBold = grid.rows.slice(header.end).every((row) => isBold(row.cells[column] ?? null));
	const rows: ReadRow[] = [];
	for (const row of grid.rows.slice(header.end)) {
		const cells = printedCells(row);
		const product = row.cells[column] ?? null;
		if (cells.length === 0 || row.kind === 'stray') continue;
		const heading = headingOf(row, cells, product, grid.width, allBold, context);
		if (heading !== null) {
			const role = readRole(heading.text, context.readers)?.meaning;
			if (role === 'not-affected-software' || role === 'software') isAffected = role === 'software';
			group = role === undefined || role === 'other' ? heading.text : null;
			continue;
		}
		if (product === null || product.text === '') continue;
		const read = makeRow(row, product, header.columns, column, group, context);
		if (read !== null) rows.push({ row: read, affected: isAffected && !saysNotAffected(read) });
	}
	return rows;
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
		for (const stray of cells)
			if (stray !== product) diagnostics.add('cell-beside-heading', stray.cell, { actual: stray.text.slice(0, 120) });
		return product;
	}
	const over = width > 1 && row.cells.every((other) => other === null || other.cell === only.cell);
	const heading = readRole(only.text, readers) !== null || only.cell.header || (isBold(only) ? !allBold : over);
	return heading ? only : null;
}

const isBold = (cell: GridCell | null): boolean =>
	cell !== null && cell.text !== '' && cell.cell.runs.every((run) => run.strong || run.text.trim() === '');

const saysNotAffected = (row: SoftwareRow): boolean =>
	row.ratings.length > 0 && row.ratings.every((rating) => rating.status === 'not-affected');

function makeRow(
	row: GridRow,
	product: GridCell,
	columns: readonly Column[],
	column: number,
	group: string | null,
	context: RowContext,
): SoftwareRow | null {
	const cell = readProductCell(product.cell.runs);
	if (cell.name === '') return null;
	const place = placeOf(product.cell.runs) ?? product.cell;
	const line = context.lines.line(place.start);
	const of = (...wanted: string[]): GridCell[] =>
		row.cells.filter((other, index): other is GridCell => {
			const role = columns[index]?.role;
			return (
				other !== null &&
				other.text !== '' &&
				index !== column &&
				role !== null &&
				role !== undefined &&
				wanted.includes(role)
			);
		});
	const [componentCell] = [...of('component'), ...besideProduct(row, columns, column)];
	const component = componentCell === undefined ? null : readProductCell(componentCell.cell.runs);
	const read = readProducts({ name: cell.name, header: columns[column]?.text ?? null, group }, context.readers);
	const named =
		component === null ? null : readProducts({ name: component.name, header: null, group: null }, context.readers);
	const ratings = readRatings(row, columns, context);
	const printed = of('severity', 'impact', 'severity-and-impact').map((other) =>
		readRating(other.text, context.readers),
	);
	const record: SoftwareRow = {
		product: cell.name,
		canonicalProducts: [...new Set(read.products.map(({ name }) => name))],
		component: component?.name || null,
		canonicalComponent: canonicalComponent(named, read),
		group,
		bulletin: null,
		kb: [
			...new Set([
				...cell.kbs,
				...(component?.kbs ?? []),
				...of('update').flatMap((other) => readArticles(other.text)),
			]),
		],
		downloads: [...cell.downloads, ...of('update', 'component').flatMap((other) => readDownloads(other.cell.runs))],
		impacts: impactsOf(printed, ratings),
		severity: severityOf(printed, ratings),
		ratings,
		replaces: of('replaces').flatMap((other) =>
			readReplaced(other.text, context.lines.line((placeOf(other.cell.runs) ?? other.cell).start)),
		),
		footnotes: [...cell.marks, ...(component?.marks ?? [])].flatMap((mark) => context.footnotes.get(mark) ?? []),
		line,
	};
	context.trace.note(record, 'product', place, 'software-rows');
	return record;
}

/** The one component that the row names; `null` where its words name several. */
function canonicalComponent(named: ReadProducts | null, product: ReadProducts): string | null {
	if (named === null) return product.component?.name ?? null;
	return named.products.length === 1 ? (named.products[0]?.name ?? null) : null;
}

/** The cell beside the product under a head that reaches over both. */
function besideProduct(row: GridRow, columns: readonly Column[], column: number): GridCell[] {
	const cell = columns[column + 1]?.spanned ? row.cells[column + 1] : null;
	return cell && cell.text !== '' && cell.cell !== row.cells[column]?.cell ? [cell] : [];
}

function readRatings(row: GridRow, columns: readonly Column[], context: RowContext): Rating[] {
	const ratings: Rating[] = [];
	for (const [index, column] of columns.entries()) {
		const cell = row.cells[index];
		if (column.cves.length === 0 || !cell || cell.text === '') continue;
		const rating = readRating(cell.text, context.readers);
		if (rating === null) {
			context.diagnostics.add('rating-unreadable', cell.cell, { actual: cell.text.slice(0, 120) });
			continue;
		}
		const line = context.lines.line((placeOf(cell.cell.runs) ?? cell.cell).start);
		for (const cve of column.cves) ratings.push({ cve, ...rating, impacts: [...rating.impacts], line });
	}
	return ratings;
}

function severityOf(printed: readonly (CellRating | null)[], ratings: readonly Rating[]): Severity | null {
	const own = printed.find((rating) => rating?.severity)?.severity ?? null;
	if (own !== null) return own;
	const rated = ratings.flatMap((rating) => rating.severity ?? []);
	return SEVERITIES.find((severity) => rated.includes(severity)) ?? null;
}

function impactsOf(printed: readonly (CellRating | null)[], ratings: readonly Rating[]): Impact[] {
	const own = printed.flatMap((rating) => rating?.impacts ?? []);
	return [...new Set(own.length > 0 ? own : ratings.flatMap((rating) => rating.impacts))];
}
