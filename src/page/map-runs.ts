import type { Block, Run } from './block.ts';
import { tableBlock, withRuns } from './make-block.ts';

/** The same blocks with other runs, in tables too. */
export function mapRuns(blocks: readonly Block[], change: (runs: readonly Run[]) => Run[]): Block[] {
	return blocks.map((block) => {
		if (block.kind === 'rule') return block;
		if (block.kind !== 'table') return withRuns(block, change(block.runs));
		const rows = block.table.rows.map((row) => ({
			...row,
			cells: row.cells.map((cell) => ({ ...cell, runs: change(cell.runs) })),
		}));
		return tableBlock(block, block, { ...block.table, caption: change(block.table.caption), rows });
	});
}
