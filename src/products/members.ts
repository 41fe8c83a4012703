import { isNumber, type NameToken, nameTokens, type TokenizedName } from '../language/name-tokens.ts';
import type { ProductWord } from '../language/product-words.ts';
import { longestMatch, type WordTrie } from '../language/word-trie.ts';
import { type Chunk, type Item, isFamily, type Separator } from './chunks.ts';
import { familyNamed } from './families.ts';
import { compose, type Features, featuresOf, NO_FEATURES } from './resolve.ts';
import type { ProductStructure } from './structure.ts';

/** One product of a name, or words that are none. */
export interface Member {
	readonly separator: Separator;
	readonly componentFirst: boolean;
	readonly product: ProductStructure | null;
	readonly items: readonly Item[];
}

type Tries = readonly WordTrie<ProductWord>[];

/** Makes products of chunks: those without a family go with a neighbour, or leave out what stands before them. */
export function makeMembers(name: TokenizedName, chunks: readonly Chunk[], tries: Tries): Member[] {
	const members: Member[] = [];
	let carried: readonly Item[] = [];
	for (const [index, chunk] of chunks.entries()) {
		const { separator, componentFirst } = chunk;
		const items = [...carried, ...chunk.items];
		carried = [];
		const read = { separator, componentFirst, items, product: readWhole(name, items, tries) };
		const member = completed(name, read, members.at(-1), tries);
		if (member.product !== null || items.some(isFamily)) {
			members.push(member);
		} else if (goesForward(member, chunks[index + 1], members.length === 0)) {
			carried = items;
		} else {
			const joined = joinPrevious(name, member, members, tries);
			if (joined.items !== items) members.pop();
			members.push(joined);
		}
	}
	return members;
}

/** "Windows Server 2003 … and Windows Server Service Pack 1": what all servers are called has no service packs. */
function completed(name: TokenizedName, member: Member, previous: Member | undefined, tries: Tries): Member {
	const { separator, product, items } = member;
	if (separator !== 'join' || product?.servicePack == null || familyNamed(product.family)?.host !== true) return member;
	const words = familyWords(name, items);
	const before = familyWords(name, previous?.items ?? []).slice(0, words.length);
	if (previous === undefined || words.join(' ') !== before.join(' ')) return member;
	const features = items.filter((item) => !isFamily(item));
	return { ...member, items: features, product: readElided(name, features, previous, tries) };
}

const familyWords = ({ tokens }: TokenizedName, items: readonly Item[]): string[] => {
	const family = items.find(isFamily);
	return family === undefined ? [] : tokens.slice(family.start, family.end).map(({ text }) => text);
};

/** Whether features belong to the product after them: at the start, or a platform before words such as "of". */
function goesForward({ separator, items }: Member, next: Chunk | undefined, first: boolean): boolean {
	if (next === undefined || !next.items.some(isFamily) || items.some(({ word }) => word === null)) return false;
	const platforms = items.every(({ word }) => word?.kind === 'platform');
	return first || (separator === 'join' && next.separator === 'host' && platforms);
}

/** What a chunk without a family makes of the product before it, or beside it. */
function joinPrevious(name: TokenizedName, member: Member, members: readonly Member[], tries: Tries): Member {
	const previous = members.at(-1);
	if (previous === undefined) return member;
	const items = [...previous.items, ...member.items];
	const merged = { ...previous, items, product: readWhole(name, items, tries) };
	if (member.separator !== 'join') return merged;
	if (merged.product !== null && member.items[0]?.word?.kind === 'edition') return merged;
	const spelled = members.findLast((one) => one.items.some(isFamily)) ?? previous;
	return { ...member, product: readElided(name, member.items, { ...previous, items: spelled.items }, tries) };
}

/** A product whose phrases all stand in its own chunk. */
function readWhole(name: TokenizedName, items: readonly Item[], tries: Tries): ProductStructure | null {
	const features = featuresOf(items);
	if (features === null) return null;
	const family = items.find(isFamily);
	if (family !== undefined && items.every((item) => item.word !== null)) {
		const product = compose(familyIn(family), features);
		if (product !== null) return product;
	}
	return readParted(name, items, features, tries);
}

/** A family whose name is parted by its features: "Windows NT Server 4.0", "Report Viewer 2005 SP1 Redistributable". */
function readParted(
	name: TokenizedName,
	items: readonly Item[],
	features: Features,
	tries: Tries,
): ProductStructure | null {
	const printed = (item: Item): readonly NameToken[] => name.tokens.slice(item.start, item.end);
	const rest = items.filter(({ word }) => word === null || word.kind === 'family');
	if (features.editions.length > 0) {
		const withEditions = items.flatMap((item) => {
			if (item.word?.kind !== 'edition') return rest.includes(item) ? printed(item) : [];
			return nameTokens(item.word.value.replace('{n}', item.number ?? '')).tokens;
		});
		const family = wholeFamily(withEditions, tries);
		if (family !== null) return compose(family, { ...features, editions: [] });
	}
	const family = wholeFamily(rest.flatMap(printed), tries);
	return family === null ? null : compose(family, features);
}

function wholeFamily(tokens: readonly NameToken[], tries: Tries): string | null {
	const match = longestMatch(tries, tokens, 0);
	return match?.meaning.kind === 'family' && match.end === tokens.length ? match.meaning.value : null;
}

/** "… Service Pack 2 and 3", "… 9.0, 9.0b": what is left out stands in the product before. */
function readElided(
	name: TokenizedName,
	items: readonly Item[],
	{ product, items: before }: Member,
	tries: Tries,
): ProductStructure | null {
	const features = featuresOf(items);
	if (product === null || features === null) return null;
	const numbers = items.filter(({ word }) => word === null).map((item) => name.tokens[item.start] as NameToken);
	const number = numbers[0]?.text ?? null;
	const family = before.find(isFamily);
	// a family whose words stand apart has none of its own: "Outlook (versions 2002 and 2003)"
	const words = family === undefined ? before.filter(({ word }) => word === null) : [family];
	const spelled = words.flatMap(({ start, end }) => name.tokens.slice(start, end));
	if (numbers.length > 1 || (number !== null && !isNumber(number))) return readUnbranded(name, items, spelled, tries);
	const last = spelled.findLastIndex(({ text }) => isNumber(text));
	const other = (token: NameToken | undefined): ProductStructure | null => {
		const found = last < 0 || token === undefined ? null : wholeFamily(spelled.with(last, token), tries);
		return found === null ? null : compose(found, token === numbers[0] ? features : NO_FEATURES);
	};
	// "Windows Server 2003 … and 2003 Service Pack 2": the family's own number once more
	const again = number !== null && number === spelled[last]?.text && features.servicePack !== null;
	if (number !== null && (product.servicePack === null || again)) return other(numbers[0]);
	if (number !== null && features.servicePack !== null && features.servicePack !== number) return null;
	const elided = compose(product.family, {
		...features,
		editions: features.editions.length > 0 || product.edition === null ? features.editions : [product.edition],
		platform: features.platform ?? product.platform,
		servicePack: features.servicePack ?? number ?? (sharesPack(features, before) ? product.servicePack : null),
		serverCore: features.serverCore,
	});
	// "Outlook 2002 and version 2003": what would be an edition is a number of the name
	const [only, more] = items;
	const isVersion = more === undefined && only?.word?.kind === 'edition' && only.number !== null;
	return (
		elided ?? (isVersion ? other(name.tokens.slice(only.start, only.end).find(({ text }) => isNumber(text))) : null)
	);
}

/** "SP6a (Workstation, Server)": a service pack before the first of several editions is that of all of them. */
function sharesPack({ editions }: Features, before: readonly Item[]): boolean {
	const kinds = before.map(({ word }) => word?.kind);
	const pack = kinds.indexOf('service-pack');
	return editions.length > 0 && pack >= 0 && pack < kinds.indexOf('edition');
}

/** "Windows 98, 98 SE, ME": only the first word of a name is left out. */
function readUnbranded(
	name: TokenizedName,
	items: readonly Item[],
	[brand]: readonly NameToken[],
	tries: Tries,
): ProductStructure | null {
	if (brand === undefined || items.some(({ word }) => word !== null)) return null;
	const printed = items.flatMap((item) => name.tokens.slice(item.start, item.end));
	const family = wholeFamily([brand, ...printed], tries);
	return family === null ? null : compose(family, NO_FEATURES);
}

const familyIn = ({ word }: Item): string => (word !== null && 'value' in word ? word.value : '');
