import type { TokenizedName } from '../language/name-tokens.ts';
import type { ProductWord } from '../language/product-words.ts';
import { longestMatch, type WordTrie } from '../language/word-trie.ts';
import { familyNamed } from './families.ts';

/** A phrase that was found in a name, or a word that no phrase holds. */
export interface Item {
	readonly word: ProductWord | null;
	/** The number in the phrase's slot. */
	readonly number: string | null;
	/** Indexes of tokens. */
	readonly start: number;
	readonly end: number;
}

/** How a product is parted from the one before it; `near`: by nothing, `host`: by words such as "on". */
export type Separator = 'near' | 'break' | 'join' | 'host';

/** The phrases of one product. */
export interface Chunk {
	readonly separator: Separator;
	/** Of a host: whether the component was printed before the product that it runs on. */
	readonly componentFirst: boolean;
	readonly items: readonly Item[];
}

/** Finds the phrases of a name, the longest one at each place. */
export function findItems({ tokens }: TokenizedName, tries: readonly WordTrie<ProductWord>[]): Item[] {
	const items: Item[] = [];
	for (let at = 0; at < tokens.length; ) {
		const match = longestMatch(tries, tokens, at);
		const end = match?.end ?? at + 1;
		items.push({ word: match?.meaning ?? null, number: match?.number ?? null, start: at, end });
		at = end;
	}
	return items;
}

export const isServerCore = (item: Item): boolean => item.word?.kind === 'server-core';
const isBrand = ({ word }: Item): boolean => word?.kind === 'family' && familyNamed(word.value)?.brand === true;
export const isFamily = (item: Item): boolean => item.word?.kind === 'family';
const isPlatform = (item: Item): boolean => item.word?.kind === 'platform';

/** Parts the phrases of a name into products. */
export function cutChunks({ tokens }: TokenizedName, items: readonly Item[]): Chunk[] {
	const chunks: Chunk[] = [];
	let open: Item[] = [];
	let gap: Gap = NEAR;
	let opened: boolean | null = null;
	const close = (next: Gap): void => {
		if (open.length > 0) chunks.push({ ...gap, items: open });
		if (open.length > 0 || STRENGTH[next.separator] > STRENGTH[gap.separator]) gap = next;
		open = [];
	};
	for (const [index, item] of items.entries()) {
		const printed = tokens[item.start]?.text;
		if (printed === ',' && isServicePack(items[index + 1]) && lacksServicePack(open)) continue;
		const separator = separatorOf(item, printed);
		if (item.word?.kind === 'host' && chunks.length === 0 && open.length === 0) {
			// "on Windows the component": what opens a name turns the order round
			opened = !item.word.componentFirst;
		} else if (separator !== null) {
			const said = item.word?.kind === 'host' && item.word.componentFirst;
			close({ separator, componentFirst: opened ?? said });
			if (separator === 'host') opened = null;
		} else if (item.word?.kind === 'opening') {
			opened = item.word.componentFirst;
		} else if (item.word?.kind !== 'noise') {
			if (isFamily(item) && open.length === 1 && open.every(isBrand)) open = [];
			const known = open.some(isFamily);
			if (known && (isFamily(item) || (isPlatform(item) && open.some(isPlatform)))) close(NEAR);
			open.push(item);
		}
	}
	close(NEAR);
	return chunks;
}

const isServicePack = (item: Item | undefined): boolean => item?.word?.kind === 'service-pack';

/** "Windows 2000, Service Pack 3": a comma between a product and its own service pack parts nothing. */
const lacksServicePack = (open: readonly Item[]): boolean => open.some(isFamily) && !open.some(isServicePack);

type Gap = Pick<Chunk, 'separator' | 'componentFirst'>;
const NEAR: Gap = { separator: 'near', componentFirst: false };
/** Of several separators in a row the strongest counts: "and on" is "and". */
const STRENGTH = { near: 0, break: 1, host: 2, join: 3 };

function separatorOf({ word }: Item, printed: string | undefined): Separator | null {
	if (word?.kind === 'joiner') return 'join';
	if (word?.kind === 'host') return 'host';
	return word === null && printed === '\n' ? 'break' : null;
}
