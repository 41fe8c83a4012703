import type { Replacement } from '../advisory/schema.ts';
import type { Language } from '../language/prepare.ts';
import { placeOf } from '../page/plain-text.ts';
import type { LineIndex } from '../text/text.ts';
import { type Grid, type GridRow, printedCells } from './grid.ts';
import { type Header, readRole } from './header.ts';

/** Words and a number in brackets, behind the number of the article. */
const ASIDE = /[(\uFF08]\s*(\p{L}[^()\uFF08\uFF09]*?)\s*((?:KB\s?)?\d{6,7})\s*[)\uFF09]/giu;

/** Whether a table names references and what identifies them. */
export function isReferenceTable(grid: Grid, header: Header, readers: readonly Language[]): boolean {
	if (grid.width < 2) return false;
	if (header.columns.some((column) => column.role === 'reference')) return true;
	return grid.width <= KEY_AND_VALUES && grid.rows.some((row) => keyRole(row, readers) === 'reference-kb');
}

/** Lists of files, with more columns and many rows, have no keys to be looked up. */
const KEY_AND_VALUES = 3;

export interface References {
	/** The articles that the table gives as the page's own. */
	readonly articles: readonly string[];
	/** What it says that they replace: `3033929 (replaces 2949927)`. */
	readonly replaced: readonly Replacement[];
}

/** Reads the rows about articles of a table of references. */
export function readReferences(grid: Grid, readers: readonly Language[], lines: LineIndex): References {
	const articles: string[] = [];
	const replaced: Replacement[] = [];
	for (const row of grid.rows) {
		const [key, ...values] = printedCells(row);
		if (key === undefined) continue;
		const known = keyRole(row, readers) === 'reference-kb';
		for (const { text, cell } of values) {
			for (const aside of text.matchAll(ASIDE)) {
				if (readRole(aside[1] as string, readers)?.meaning !== 'replaces') continue;
				const line = lines.line((placeOf(cell.runs) ?? cell).start);
				replaced.push({ bulletin: null, kb: (aside[2] as string).replace(/\D/g, ''), line });
			}
			const pattern = known ? /(?<!\d)(\d{6,7})(?!\d)/g : /\bKB\s?(\d{6,7})(?!\d)/gi;
			articles.push(...[...text.replace(ASIDE, '').matchAll(pattern)].map((match) => match[1] as string));
		}
	}
	return { articles, replaced };
}

const keyRole = (row: GridRow, readers: readonly Language[]): string | null => {
	const [key] = printedCells(row);
	return key === undefined ? null : (readRole(key.text, readers)?.meaning ?? null);
};
