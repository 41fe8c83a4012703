import type { ColumnRole } from '../language/pack.ts';
import type { Language } from '../language/prepare.ts';
import type { Cell, Table } from '../page/block.ts';
import { hasText } from '../page/plain-text.ts';
import { readRole } from '../tables/header.ts';

export interface LabelledRow {
	readonly role: ColumnRole;
	readonly value: Cell;
	/** The pack entry of the label. */
	readonly source: string;
}

/** Labels of real pages have 60 letters at most. */
export const LONGEST_LABEL = 100;

/** The rows of two cells that are a known label and what it says: heads over two columns are none. */
export function labelledRows(
	table: Table,
	wanted: ReadonlySet<ColumnRole>,
	readers: readonly Language[],
): LabelledRow[] {
	return table.rows.flatMap((row) => {
		const [key, value] = row.cells;
		if (key === undefined || value === undefined || row.cells.length > 2 || !hasText(value.runs)) return [];
		if (key.runs.reduce((length, { text }) => length + text.length, 0) > LONGEST_LABEL) return [];
		const label = readRole(key.text, readers);
		if (label === null || !wanted.has(label.meaning)) return [];
		if (readRole(value.text, readers) !== null) return [];
		return [{ role: label.meaning, value, source: label.source }];
	});
}
