import type { Language } from '../language/prepare.ts';
import type { Block } from '../page/block.ts';
import { textOf } from '../page/plain-text.ts';
import { readProducts } from '../products/read-product.ts';
import type { RatingEntry } from './entry.ts';
import { rankOfParts } from './join-ratings.ts';
import { cutAsides, cutUnknownAsides, type NameInText, namesInText } from './names-in-text.ts';

/** The two names of a sentence below a matrix that says: what the one names is rated as what the other names. */
export type SameRating = readonly [NameInText, NameInText];

/**
 * Reads what stands below a matrix and maps products that it does not name to those of its heads: versions for other
 * processors, suites that hold a program. The items of a list, or the sentence behind a colon, name two products each.
 */
export function readSameRatings(blocks: readonly Block[], readers: readonly Language[]): SameRating[] {
	let opened = false;
	return blocks.flatMap((block): SameRating[] => {
		if (block.kind !== 'paragraph') return [];
		const text = textOf(block.runs);
		const isSentence = opened && block.item === null;
		opened = block.item === null && /[:\uFF1A]$/.test(text);
		if (block.item === null && !isSentence) return [];
		const [one, other, more] = namesInText(cutUnknownAsides(text, readers), readers);
		return one === undefined || other === undefined || more !== undefined ? [] : [[one, other]];
	});
}

/** Whether all that is named is for another processor than x86. */
const isOther = ({ names: { products } }: NameInText): boolean =>
	products.length > 0 && products.every(({ platform }) => platform === 'x64' || platform === 'ia64');

/** The ratings that such sentences give: for each vulnerability a copy of the rating that fits best. */
export function copyRatings(entries: readonly RatingEntry[], same: readonly SameRating[]): RatingEntry[] {
	return same.flatMap((names) => {
		const rated = ratedOf(names, entries);
		const as = names.find((name) => name !== rated);
		if (rated === null || as === undefined) return [];
		const best = new Map<string | null, { entry: RatingEntry; rank: number }>();
		for (const entry of entries) {
			const rank = rankIn(entry, as);
			const known = best.get(entry.cve);
			if (rank !== null && (known === undefined || rank > known.rank)) best.set(entry.cve, { entry, rank });
		}
		return [...best.values()].map(({ entry }) => ({ ...entry, productText: rated.text, product: rated.names }));
	});
}

/**
 * Whatever the order of the words, the name that has its rating from the other: the one for another processor; where
 * processors do not tell, the one that the matrix does not rate.
 */
function ratedOf(names: SameRating, entries: readonly RatingEntry[]): NameInText | null {
	const others = names.filter(isOther);
	const found =
		others.length > 0 ? others : names.filter((name) => entries.every((entry) => rankIn(entry, name) === null));
	return found.length === 1 ? (found[0] ?? null) : null;
}

const rankIn = ({ product }: RatingEntry, { names }: NameInText): number | null =>
	rankOfParts([...names.products, ...names.components], [product]);

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
