import { FAMILIES } from './families.ts';
import { PRODUCT_WORDS } from './words.ts';

/** All data that decides names of products: part of what `generator` is hashed from. */
export const PRODUCTS: readonly unknown[] = [FAMILIES, PRODUCT_WORDS];
