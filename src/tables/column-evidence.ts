import { BULLETIN } from '../mentions/forms.ts';
import type { GridRow } from './grid.ts';
import type { Column } from './header.ts';

/** What the cells of a column show against its head: under a rating's head bulletins mean what the update replaces. */
export function columnsByEvidence(columns: readonly Column[], body: readonly GridRow[]): readonly Column[] {
	return columns.map((column, index) => {
		if (column.role !== 'severity' || columns.some(({ role }) => role === 'replaces')) return column;
		const texts = body
			.map(({ cells }) => cells)
			.filter((cells) => cells.some((cell) => cell?.cell !== cells[0]?.cell))
			.map((cells) => cells[index]?.text ?? '')
			.filter((text) => text !== '');
		const naming = texts.filter((text) => text.search(BULLETIN) >= 0).length;
		return naming * 2 > texts.length ? { ...column, role: 'replaces' as const } : column;
	});
}
