import type { Cell, Table, TableRow } from '../page/block.ts';

export interface GridCell {
	readonly cell: Cell;
	/** On one line, as a reader sees it. */
	readonly text: string;
	/** Whether the cell begins here; else a span brought a copy. */
	readonly origin: boolean;
}

export interface GridRow {
	readonly kind: TableRow['kind'];
	readonly cells: readonly (GridCell | null)[];
}

/** A table with its spans laid out: every column of every row has its cell, copies point at their origin. */
export interface Grid {
	readonly width: number;
	readonly rows: readonly GridRow[];
}

/** Spans beyond this are taken to mean "the whole width": they would make a grid that no table needs. */
const WIDEST_SPAN = 64;

export function layGrid(table: Table): Grid {
	const width = widthOf(table.rows);
	const rows: (GridCell | null)[][] = table.rows.map(() => new Array<GridCell | null>(width).fill(null));
	for (const [index, row] of table.rows.entries()) {
		let column = 0;
		for (const cell of row.cells) {
			while (column < width && rows[index]?.[column]) column++;
			if (column >= width) break;
			const { text } = cell;
			const lastColumn = Math.min(width, column + (row.kind === 'stray' ? width : cell.columns));
			const lastRow = Math.min(rows.length, index + cell.rows);
			for (let down = index; down < lastRow; down++) {
				for (let across = column; across < lastColumn; across++) {
					const line = rows[down] as (GridCell | null)[];
					line[across] ??= { cell, text, origin: down === index && across === column };
				}
			}
			column = lastColumn;
		}
	}
	return {
		width,
		rows: table.rows.map((row, index) => ({ kind: row.kind, cells: rows[index] as (GridCell | null)[] })),
	};
}

/** Cells of the grid that the table makes. */
export const gridSize = ({ rows }: Table): number => rows.length * widthOf(rows);

function widthOf(rows: readonly TableRow[]): number {
	let width = 1;
	for (const row of rows) {
		let sum = 0;
		for (const cell of row.cells) sum += cell.columns > WIDEST_SPAN ? 1 : cell.columns;
		width = Math.max(width, sum);
	}
	return width;
}

/** The cells of a row that say something, each once. */
export function printedCells(row: GridRow): GridCell[] {
	const seen = new Set<Cell>();
	return row.cells.filter((cell): cell is GridCell => {
		if (cell === null || cell.text === '' || seen.has(cell.cell)) return false;
		seen.add(cell.cell);
		return true;
	});
}
