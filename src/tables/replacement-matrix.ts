import type { Replacement } from '../advisory/schema.ts';
import { labelForm } from '../language/normal-form.ts';
import { firstEntry } from '../language/phrases.ts';
import type { CellWord, Language } from '../language/prepare.ts';
import { BULLETIN, bulletinId } from '../mentions/forms.ts';
import { placeOf } from '../page/plain-text.ts';
import type { LineIndex } from '../text/text.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Header } from './header.ts';

const ANSWERS: ReadonlySet<CellWord | undefined> = new Set(['replaced', 'notReplaced', 'notApplicable']);

/** `Bulletin ID | Windows 2000 | Windows XP` over rows of `replaced` and `not applicable`, in the FAQ of 2004 to 2007. */
export function isReplacementMatrix(grid: Grid, header: Header, readers: readonly Language[]): boolean {
	if (header.columns[0]?.role !== 'bulletin') return false;
	const body = grid.rows.slice(header.end);
	const words = body.flatMap((row) => row.cells.slice(1).map((cell) => wordOf(cell?.text ?? '', readers)));
	return (
		words.includes('replaced') &&
		words.every((word) => ANSWERS.has(word)) &&
		body.every((row) => bulletinOf(row) !== null)
	);
}

/** The bulletins whose updates are replaced on any of the products. */
export function readReplacementMatrix(
	grid: Grid,
	header: Header,
	readers: readonly Language[],
	lines: LineIndex,
): Replacement[] {
	return grid.rows.slice(header.end).flatMap((row) => {
		const bulletin = bulletinOf(row);
		const replaced = row.cells.slice(1).some((cell) => wordOf(cell?.text ?? '', readers) === 'replaced');
		const cell = row.cells[0]?.cell;
		if (bulletin === null || !replaced || cell === undefined) return [];
		return [{ bulletin, kb: null, line: lines.line((placeOf(cell.runs) ?? cell).start) }];
	});
}

function bulletinOf({ cells }: GridRow): string | null {
	const [match] = (cells[0]?.text ?? '').matchAll(BULLETIN);
	return match === undefined ? null : bulletinId(match[1] as string, match[2] as string);
}

const wordOf = (text: string, readers: readonly Language[]): CellWord | undefined =>
	firstEntry(readers, ({ cells }) => cells, labelForm(text))?.meaning;
