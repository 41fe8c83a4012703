import type { Cell } from '../page/block.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Header } from './header.ts';

/**
 * A row whose cells span other columns than those of the head: where both have as many cells, each cell stands under
 * the head of its order. Some tables of 2011 to 2013 span two columns in the head and others in the body.
 */
export function alignRow(row: GridRow, { owners }: Header): GridRow {
	const cells: GridCell[] = [];
	const seen = new Set<Cell>();
	for (const cell of row.cells) {
		if (cell === null || seen.has(cell.cell)) continue;
		seen.add(cell.cell);
		cells.push(cell);
	}
	const count = new Set(owners).size;
	if (owners.length === 0 || cells.length !== count || row.cells.length !== owners.length) return row;
	return { kind: row.kind, cells: owners.map((owner) => cells[owner] ?? null) };
}
