import { nameTokens } from '../language/name-tokens.ts';
import type { Language } from '../language/prepare.ts';
import type { ProductWord } from '../language/product-words.ts';
import { longestMatch } from '../language/word-trie.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import { PRODUCT_TRIE } from '../products/words.ts';

/** A name that stands in a sentence. */
export interface NameInText {
	/** Its words, in the form in which names are compared. */
	readonly text: string;
	readonly names: ReadProducts;
}

/** Words that may stand within a name, but neither begin nor end one. */
const BETWEEN: ReadonlySet<ProductWord['kind']> = new Set(['joiner', 'host', 'opening', 'noise']);

/** Finds the names in a sentence: stretches of words of products, each understood as a whole. */
export function namesInText(text: string, readers: readonly Language[]): NameInText[] {
	const name = nameTokens(text);
	const tries = triesOf(readers);
	const found: NameInText[] = [];
	let first = -1;
	let last = -1;
	const end = () => {
		const words = name.text.slice(name.tokens[first]?.start, name.tokens[last]?.end);
		const names = first < 0 ? null : readProducts({ name: words }, readers);
		if (names !== null && names.leftover === '' && names.products.length + names.components.length > 0) {
			found.push({ text: words, names });
		}
		first = -1;
	};
	for (let at = 0; at < name.tokens.length; ) {
		const match = longestMatch(tries, name.tokens, at);
		if (match === null) end();
		else if (!BETWEEN.has(match.meaning.kind)) {
			if (first < 0) first = at;
			last = match.end - 1;
		}
		at = match?.end ?? at + 1;
	}
	end();
	return found;
}

const ASIDE = /[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]/g;

/** A text without what stands in parentheses, and what stood there; an aside may hold another one. */
export function cutAsides(text: string): { readonly text: string; readonly asides: readonly string[] } {
	const asides: string[] = [];
	let cut = text;
	for (let before = ''; before !== cut; ) {
		before = cut;
		cut = cut.replace(ASIDE, (_, inner: string) => {
			asides.push(inner);
			return ' ';
		});
	}
	return { text: cut, asides };
}

/** A text without the asides that say more than words of products do: `(all supported versions)`. */
export const cutUnknownAsides = (text: string, readers: readonly Language[]): string =>
	text.replace(ASIDE, (whole: string, inner: string) => (areWordsOfNames(inner, readers) ? whole : ' '));

/** Whether all words of a text are such as names of products are made of. */
function areWordsOfNames(text: string, readers: readonly Language[]): boolean {
	const { tokens } = nameTokens(text);
	const tries = triesOf(readers);
	for (let at = 0; at < tokens.length; ) {
		const match = longestMatch(tries, tokens, at);
		if (match === null) return false;
		at = match.end;
	}
	return true;
}

const triesOf = (readers: readonly Language[]) => [...readers.map((reader) => reader.products), PRODUCT_TRIE];
