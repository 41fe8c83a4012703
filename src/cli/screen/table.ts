import { cutToWidth, displayWidth, padToWidth } from './display-width.ts';
import { wrap } from './wrap.ts';

/** How the cells of a column stand; the cells of a `wrap` column go on below instead of being cut. */
export type Align = 'left' | 'right' | 'wrap';

interface Layout {
	/** Columns of the terminal. */
	readonly width: number;
	readonly align?: readonly Align[];
	/** Blanks before each line. */
	readonly indent?: number;
	readonly headers?: readonly string[];
	/** Marks up a finished header line. */
	readonly paint?: (line: string) => string;
}

const GAP = 2;
const NARROWEST = 6;

/** Lays rows out in aligned columns; the widest columns give way where the screen is narrow. Ends with a line end. */
export function layTable(rows: readonly (readonly string[])[], layout: Layout): string {
	const { headers, indent = 0, align = [], paint = (line) => line } = layout;
	const clean = rows.map((row) => row.map(oneLine));
	const all = headers === undefined ? clean : [headers, ...clean];
	const widths = shrink(natural(all), layout.width - indent);
	const lines: string[] = [];
	for (const [at, row] of all.entries()) {
		const isHeader = headers !== undefined && at === 0;
		const cells = row.map((cell, column) => layCell(cell, widths[column] ?? 0, align[column] ?? 'left'));
		const height = Math.max(1, ...cells.map((cell) => cell.length));
		for (let line = 0; line < height; line += 1) {
			const laid = cells.map((cell, column) =>
				padToWidth(cell[line] ?? '', widths[column] ?? 0, align[column] === 'right' ? 'right' : 'left'),
			);
			const text = `${' '.repeat(indent)}${laid.join(' '.repeat(GAP))}`.trimEnd();
			lines.push(isHeader ? paint(text) : text);
		}
	}
	return lines.map((line) => `${line}\n`).join('');
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ');

const layCell = (cell: string, width: number, align: Align): string[] =>
	align === 'wrap' ? wrap(cell, width) : [cutToWidth(cell, width)];

function natural(rows: readonly (readonly string[])[]): number[] {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
	}
	return widths;
}

/** Takes from the widest column until the row fits, down to a width in which a cell still says something. */
function shrink(widths: number[], room: number): number[] {
	const fitted = widths.map((width) => Math.min(width, Math.max(room, NARROWEST)));
	let excess = fitted.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, fitted.length - 1) - room;
	for (; excess > 0; excess -= 1) {
		const width = Math.max(...fitted);
		if (width <= NARROWEST) break;
		fitted[fitted.indexOf(width)] = width - 1;
	}
	return fitted;
}
