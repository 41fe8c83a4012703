import { isNumber, nameTokens, type TokenizedName } from '../language/name-tokens.ts';
import type { ProductWord } from '../language/product-words.ts';
import type { WordTrie } from '../language/word-trie.ts';
import { cutChunks, findItems, isServerCore } from './chunks.ts';
import { familyNamed } from './families.ts';
import { type HostEdition, partHostEditions } from './host-editions.ts';
import { shareFeatures } from './inherit.ts';
import { type Member, makeMembers } from './members.ts';
import { joinHosts, partSides, placeFeatures } from './parts.ts';
import type { ProductStructure } from './structure.ts';
import { areRoles } from './system-role.ts';

/** What one text names: all of it, or, where there are words that nobody knows, nothing. */
export interface NameReading {
	readonly products: readonly ProductStructure[];
	readonly components: readonly ProductStructure[];
	/** The words of each of the products, where each has its own. */
	readonly productTexts: readonly string[];
	/** The words that name no product; empty where all were understood. */
	readonly leftover: string;
	/** What the text says whether or not it names a product: of a header, a group row. */
	readonly branch: string | null;
	readonly serverCore: boolean;
	/** The editions of a system that a component is said to run on. */
	readonly editions: readonly HostEdition[];
	/** What stands for all systems of a role, where the text names nothing else. */
	readonly roles: readonly ProductStructure[];
}

export function readName(printed: string, tries: readonly WordTrie<ProductWord>[]): NameReading {
	const name = nameTokens(printed);
	const reading = readTokens(name, tries);
	const shared = reading.leftover === '' ? null : shareNumber(name, tries);
	const read = shared === null ? reading : readTokens(shared, tries);
	return shared === null || read.leftover !== '' ? reading : { ...read, productTexts: [] };
}

/** "User Interface for Project and User Interface for Visio 2003": the number at the end is that of both. */
function shareNumber(name: TokenizedName, tries: readonly WordTrie<ProductWord>[]): TokenizedName | null {
	const number = name.tokens.at(-1);
	if (number === undefined || !isNumber(number.text)) return null;
	const joiners = findItems(name, tries).filter(({ word }) => word?.kind === 'joiner');
	const [joiner, more] = joiners;
	return joiner === undefined || more !== undefined
		? null
		: { ...name, tokens: name.tokens.toSpliced(joiner.start, 0, number) };
}

function readTokens(name: TokenizedName, tries: readonly WordTrie<ProductWord>[]): NameReading {
	const { items, editions } = partHostEditions(findItems(name, tries));
	const members = makeMembers(name, cutChunks(name, items), tries);
	const sides = placeFeatures(partSides(members));
	const joined = joinHosts(sides);
	const leftover = joined === null ? leftoverOf(name, [...sides.products, ...sides.components]) : '';
	const branch = items.find(({ word }) => word?.kind === 'branch')?.word;
	return {
		products: leftover === '' ? (joined ?? productsOf(sides.products)) : [],
		productTexts: leftover === '' && joined === null ? sides.products.map((member) => printedText(name, member)) : [],
		components: leftover === '' && joined === null ? productsOf(sides.components) : [],
		leftover,
		branch: branch?.kind === 'branch' ? branch.value : null,
		serverCore: items.some(isServerCore),
		editions,
		roles: rolesOf(members),
	};
}

function printedText({ text, tokens }: TokenizedName, { items }: Member): string {
	const from = Math.min(...items.map(({ start }) => start));
	const to = Math.max(...items.map(({ end }) => end));
	return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

const isProduct = (product: ProductStructure | null): product is ProductStructure =>
	product !== null && familyNamed(product.family)?.host !== true;

function rolesOf(members: readonly Member[]): ProductStructure[] {
	const products = members.map(({ product }) => product).filter((product) => product !== null);
	return products.length === members.length && areRoles(products) ? products : [];
}

const productsOf = (members: readonly Member[]): ProductStructure[] =>
	shareFeatures(members)
		.map(({ product }) => product)
		.filter(isProduct);

/** The words of what is no product, in printed order, words that stand together in one piece. */
function leftoverOf({ text, tokens }: TokenizedName, members: readonly Member[]): string {
	const unread = members.filter(({ product }) => !isProduct(product)).flatMap(({ items }) => items);
	const pieces: { start: number; end: number }[] = [];
	for (const { start, end } of unread.sort((one, other) => one.start - other.start)) {
		const last = pieces.at(-1);
		if (last?.end === start) last.end = end;
		else pieces.push({ start, end });
	}
	return pieces.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end)).join(' ');
}
