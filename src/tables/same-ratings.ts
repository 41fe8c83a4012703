import type { Language } from '../language/prepare.ts';
import type { Block } from '../page/block.ts';
import { textOf } from '../page/plain-text.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { RatingEntry } from './entry.ts';
import { rankOfParts } from './join-ratings.ts';
import { cutAsides, cutUnknownAsides, type NameInText, namesInText } from './names-in-text.ts';

/** A sentence below a matrix: what the first names is rated as what the second names. */
export interface SameRating {
	readonly rated: NameInText;
	readonly as: NameInText;
}

/**
 * Reads the list below a matrix that maps the versions for other processors to those for x86. Each item names two
 * products; whatever the order of the words, the one for another processor is rated as the other.
 */
export function readSameRatings(blocks: readonly Block[], readers: readonly Language[]): SameRating[] {
	return blocks.flatMap((block) => {
		if (block.kind !== 'paragraph' || block.item === null) return [];
		const text = textOf(block.runs);
		const [one, other, more] = namesInText(cutUnknownAsides(text, readers), readers);
		if (one === undefined || other === undefined || more !== undefined) return [];
		if (isOther(one.names) === isOther(other.names)) return [];
		return [isOther(one.names) ? { rated: one, as: other } : { rated: other, as: one }];
	});
}

/** Whether all that is named is for another processor than x86. */
const isOther = ({ products }: ReadProducts): boolean =>
	products.length > 0 && products.every(({ platform }) => platform === 'x64' || platform === 'ia64');

/** The ratings that such sentences give: for each vulnerability a copy of the rating that fits best. */
export function copyRatings(entries: readonly RatingEntry[], same: readonly SameRating[]): RatingEntry[] {
	return same.flatMap(({ rated, as }) => {
		const parts = [...as.names.products, ...as.names.components];
		const best = new Map<string | null, { entry: RatingEntry; rank: number }>();
		for (const entry of entries) {
			const rank = rankOfParts(parts, [entry.product]);
			const known = best.get(entry.cve);
			if (rank !== null && (known === undefined || rank > known.rank)) best.set(entry.cve, { entry, rank });
		}
		return [...best.values()].map(({ entry }) => ({ ...entry, productText: rated.text, product: rated.names }));
	});
}

/**
 * Heads with an aside that names nothing known, `(all supported versions before X)`, read without it. Products that
 * the aside names may be what it leaves out: they are kept apart.
 */
export function withoutAsides(entries: readonly RatingEntry[], readers: readonly Language[]): RatingEntry[] {
	return entries.map((entry) => {
		if (entry.product.leftover === '') return entry;
		const { text, asides } = cutAsides(entry.productText);
		const except = asides.flatMap((aside) => namesInText(aside, readers)).flatMap(({ names }) => names.products);
		const product = readProducts({ name: text }, readers);
		const known = product.leftover === '' && product.products.length + product.components.length > 0;
		return known ? { ...entry, product, except } : entry;
	});
}
