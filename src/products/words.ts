import type { ProductPhrases } from '../language/pack.ts';
import { productWords } from '../language/product-words.ts';
import words from './data/words.json' with { type: 'json' };
import { FAMILIES } from './families.ts';

/** Spellings of the maker, which pages of all languages print: editions, platforms, service packs. */
export const PRODUCT_WORDS: ProductPhrases = {
	...words,
	names: Object.fromEntries(FAMILIES.map(({ name, aliases }) => [name, [name, ...(aliases ?? [])]])),
};

/** The product data made ready for look-up; the packs of a page's languages are laid over it. */
export const PRODUCT_TRIE = productWords(PRODUCT_WORDS);
