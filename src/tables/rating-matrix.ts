import type { Collector } from '../diagnostic/collector.ts';
import type { Language } from '../language/prepare.ts';
import { cvesIn } from '../mentions/forms.ts';
import { placeOf } from '../page/plain-text.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { LineIndex } from '../text/text.ts';
import type { RatingEntry } from './entry.ts';
import { type Grid, type GridCell, type GridRow, printedCells } from './grid.ts';
import type { Header } from './header.ts';
import { cutAsides } from './names-in-text.ts';
import { readRatingCell, readRatingParts } from './rating-cell.ts';

interface MatrixContext {
	readonly readers: readonly Language[];
	readonly lines: LineIndex;
	readonly diagnostics: Collector;
}

interface ProductColumn {
	readonly index: number;
	readonly text: string;
	readonly names: ReadProducts;
	/** Whether it rates all that no other column names. */
	readonly rest: boolean;
}

/** The columns of a matrix of vulnerabilities by products: heads that name products, beside heads of vulnerabilities. */
export function productColumns(header: Header, readers: readonly Language[]): ProductColumn[] {
	const about = header.columns.findIndex(({ role }) => role === 'vulnerability' || role === 'cve');
	if (about < 0) return [];
	const columns = header.columns.flatMap(({ role, text, cves }, index): ProductColumn[] => {
		const rest = role === 'other-software';
		if (index <= about || (role !== null && !rest) || text === '' || cves.length > 0) return [];
		return [{ index, text, names: readProducts({ name: text }, readers), rest }];
	});
	// what a head that is not understood names is none of the rest
	const isKnown = columns.every(({ text, rest, names }) => {
		return rest || names.leftover === '' || readProducts({ name: cutAsides(text).text }, readers).leftover === '';
	});
	return isKnown ? columns : columns.map((column) => ({ ...column, rest: false }));
}

/** Reads a matrix with a row a vulnerability and a column a product. A row without CVE rates all of them together. */
export function readMatrix(grid: Grid, header: Header, context: MatrixContext): RatingEntry[] {
	const { readers } = context;
	const columns = productColumns(header, readers);
	const impactColumn = header.columns.findIndex(({ role }) => role === 'impact');
	const rows = grid.rows.slice(header.end).filter((row) => row.kind !== 'stray');
	const anyCve = rows.some((row) => cvesOf(row).length > 0);
	return rows.flatMap((row) => {
		const cves = cvesOf(row);
		if (cves.length === 0 && anyCve) return [];
		const impactCell = impactColumn < 0 ? null : row.cells[impactColumn];
		const impacts = impactCell
			? readRatingParts(impactCell.cell.runs, readers).flatMap(({ rating }) => rating.impacts)
			: [];
		return columns.flatMap((column) => {
			const cell = row.cells[column.index];
			if (!cell || cell.text === '') return [];
			return readCell(cell, column, cves.length === 0 ? [null] : cves, impacts, context);
		});
	});
}

function readCell(
	cell: GridCell,
	column: ProductColumn,
	cves: readonly (string | null)[],
	impacts: RatingEntry['impacts'],
	{ readers, lines, diagnostics }: MatrixContext,
): RatingEntry[] {
	const place = placeOf(cell.cell.runs) ?? cell.cell;
	return readRatingCell(cell, readers, diagnostics).flatMap(({ rating, systems, systemsText }) =>
		cves.map((cve) => ({
			productText: column.text,
			componentText: null,
			product: column.names,
			component: systems,
			systemsText,
			cve,
			status: rating.status,
			severity: rating.severity,
			impacts: rating.status === 'rated' ? [...new Set(rating.impacts.length > 0 ? rating.impacts : impacts)] : [],
			kbs: [],
			rest: column.rest,
			place,
			line: lines.line(place.start),
		})),
	);
}

function cvesOf(row: GridRow): string[] {
	const text = printedCells(row)
		.map((cell) => cell.text)
		.join(' ');
	return cvesIn(text);
}
