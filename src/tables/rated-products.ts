import type { Language } from '../language/prepare.ts';
import { isWithin, type Section } from '../outline/section.ts';
import { placeOf } from '../page/plain-text.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { LineIndex } from '../text/text.ts';
import type { RatingEntry } from './entry.ts';
import { type Grid, printedCells } from './grid.ts';
import { readRole } from './header.ts';
import { cutAsides } from './names-in-text.ts';
import { readRating } from './rating-cell.ts';

/**
 * Reads the tables of 2002 to 2004 that rate products as a whole, a product and its severity a row, mostly without a
 * head. Any other row makes it another table.
 */
export function readRatedProducts(
	grid: Grid,
	section: Section,
	readers: readonly Language[],
	lines: LineIndex,
): RatingEntry[] {
	if (grid.width !== 2 || !isWithin(section, 'severity-ratings')) return [];
	const rows = grid.rows.map(printedCells).filter((cells) => cells.length > 0);
	const isHead = rows[0]?.every(({ text }) => readRole(text, readers) !== null) ?? false;
	const entries: RatingEntry[] = [];
	for (const [product, cell] of isHead ? rows.slice(1) : rows) {
		const rating = cell === undefined ? null : readRating(cell.text, readers);
		const names = product === undefined ? null : readKnown(product.text, readers);
		if (product === undefined || cell === undefined || names === null || rating === null) return [];
		if (rating.severity === null) return [];
		const place = placeOf(cell.cell.runs) ?? cell.cell;
		entries.push({
			productText: product.text,
			componentText: null,
			product: names,
			component: null,
			cve: null,
			...rating,
			kbs: [],
			place,
			line: lines.line(place.start),
		});
	}
	return entries;
}

/** The products of a cell, with or without its asides; `null` where it names none. */
function readKnown(name: string, readers: readonly Language[]): ReadProducts | null {
	const readings = [name, cutAsides(name).text].map((text) => readProducts({ name: text }, readers));
	return readings.find(({ products, components }) => products.length + components.length > 0) ?? null;
}
