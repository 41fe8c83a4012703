import { labelForm } from '../language/normal-form.ts';
import type { ColumnRole } from '../language/pack.ts';
import { type Entry, firstEntry } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import { cvesIn } from '../mentions/forms.ts';
import { readProducts } from '../products/read-product.ts';
import { rememberWith } from '../text/remember.ts';
import { type Grid, type GridCell, type GridRow, printedCells } from './grid.ts';

export interface Column {
	/** `null` where no pack knows the words of the header. */
	readonly role: ColumnRole | null;
	readonly text: string;
	/** CVEs that the header names: the column rates them. */
	readonly cves: readonly string[];
	/** Articles that the header names: the column is about rows with one of these. */
	readonly kbs: readonly string[];
	/** Whether the cell of the column before it reaches over this one too. */
	readonly spanned: boolean;
}

export interface Header {
	readonly columns: readonly Column[];
	/** Roles of the rows over the whole width: `Affected software` above two columns. */
	readonly titles: readonly (ColumnRole | null)[];
	/** For each column of the grid the number of the head cell over it, of the last row of heads. */
	readonly owners: readonly number[];
	/** Index of the first row that is no header. */
	readonly end: number;
}

/** What a text means as the head of a column, or as the key of a row. */
export const readRole = rememberWith(
	(text, readers: readonly Language[]): Entry<ColumnRole> | null =>
		firstEntry(readers, ({ columns }) => columns, labelForm(text)),
	4096,
	128,
);

/** Reads the rows above the data: empty ones, titles over the whole width, and rows of known column words. */
export function readHeader(grid: Grid, readers: readonly Language[]): Header {
	const columns: Column[] = Array.from({ length: grid.width }, () => ({
		role: null,
		text: '',
		cves: [],
		kbs: [],
		spanned: false,
	}));
	const titles: (ColumnRole | null)[] = [];
	let end = 0;
	let named = false;
	let owners: readonly number[] = [];
	for (const row of grid.rows) {
		const cells = printedCells(row);
		if (cells.length > 0) {
			const [only] = cells;
			const title = grid.width > 1 && cells.length === 1 && only !== undefined && spans(row, only);
			if (title) {
				const role = readRole(only.text, readers)?.meaning ?? null;
				// below the heads of the columns a heading stands over the rows that follow
				if (role === null && (row.kind !== 'head' || named)) break;
				titles.push(role);
				for (let across = 1; across < columns.length; across++) {
					const column = columns[across] as Column;
					if (column.text === '') columns[across] = { ...column, spanned: true };
				}
			} else if (!isHeaderRow(row, cells, readers, named)) break;
			else {
				nameColumns(columns, row, readers);
				owners = ownersOf(row);
				named = true;
			}
		}
		end++;
	}
	return { columns, titles, owners, end };
}

const spans = (row: GridRow, only: GridCell): boolean =>
	row.cells.every((cell) => cell === null || cell.cell === only.cell || cell.text === '');

/** Cells are known words, or name CVEs or products beside such, or the page marks the row as a head. A second row must be known. */
function isHeaderRow(row: GridRow, cells: readonly GridCell[], readers: readonly Language[], named: boolean): boolean {
	const known = cells.filter((cell) => readRole(cell.text, readers) !== null);
	// below the head, a word that names no column stands over the rows that follow
	if (named && known.every((cell) => readRole(cell.text, readers)?.meaning === 'other')) return false;
	if (known.length === cells.length) return true;
	const others = cells.filter((cell) => !known.includes(cell));
	if (known.length > 0 && others.every((cell) => cvesIn(cell.text).length > 0)) return true;
	const [, ...below] = others;
	if (!named && below.length > 0 && known.length > 0 && below.every((cell) => cvesIn(cell.text).length > 0))
		return true;
	if (known.length >= 2 && others.every((cell) => readProducts({ name: cell.text }, readers).products.length > 0))
		return true;
	return !named && (row.kind === 'head' || (known.length >= 2 && known.length * 2 >= cells.length));
}

function nameColumns(columns: Column[], row: GridRow, readers: readonly Language[]): void {
	for (const [index, cell] of row.cells.entries()) {
		if (cell === null || cell.text === '') continue;
		const before = columns[index] as Column;
		const cves = cvesIn(cell.text);
		columns[index] = {
			role: before.role ?? readRole(cell.text, readers)?.meaning ?? null,
			text: before.text === '' ? cell.text : before.text,
			cves: before.cves.length > 0 ? before.cves : cves,
			kbs: before.kbs.length > 0 ? before.kbs : articlesIn(cell.text),
			spanned: before.text === '' ? index > 0 && row.cells[index - 1]?.cell === cell.cell : before.spanned,
		};
	}
}

function ownersOf({ cells }: GridRow): number[] {
	let owner = -1;
	return cells.map((cell, index) =>
		index > 0 && cell !== null && cell.cell === cells[index - 1]?.cell ? owner : ++owner,
	);
}

const articlesIn = (text: string): string[] =>
	[...text.matchAll(/\bKB\s?(\d{6,7})(?!\d)/gi)].map((match) => match[1] as string);
