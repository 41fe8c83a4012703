import type { Language } from '../language/prepare.ts';
import { rememberWith } from '../text/remember.ts';
import { familyNamed } from './families.ts';
import type { HostEdition } from './host-editions.ts';
import { type NameReading, readName } from './read-name.ts';
import { named, type ProductName, type ProductStructure } from './structure.ts';
import { PRODUCT_TRIE } from './words.ts';

export { narrowToEditions } from './host-editions.ts';
export { canonicalName, isWithin, type ProductName } from './structure.ts';

/** A name as a table prints it, with what stands over it. */
export interface PrintedName {
	/** The cell's or list item's text. */
	readonly name: string;
	/** The header of its column, which may name a branch. */
	readonly header?: string | null;
	/** The heading row over it, which may name a branch, Server Core, a component, or the product of a component. */
	readonly group?: string | null;
}

export interface ReadProducts {
	/** Each product once, in printed order; none where the name has words that nobody knows. */
	readonly products: readonly ProductName[];
	/** The words of each of the products; none where they cannot be told apart. */
	readonly productTexts: readonly string[];
	/** The component that is named on the products: the first one where there are several. */
	readonly component: ProductName | null;
	readonly components: readonly ProductName[];
	/** Editions of the system that the name, a component's, is said to run on. */
	readonly editions: readonly HostEdition[];
	/** The words of the name that were not understood. */
	readonly leftover: string;
}

/** Reads the products that a printed name tells of, with the words of a page's languages. Nothing is guessed. */
export function readProducts(printed: PrintedName, readers: readonly Language[]): ReadProducts {
	const cell = readText(printed.name, readers);
	const header = readText(printed.header ?? '', readers);
	const group = readText(printed.group ?? '', readers);
	const branch = header.branch ?? group.branch;
	const refine = (product: ProductStructure): ProductName => {
		const family = familyNamed(product.family);
		return named({
			...product,
			branch: product.branch ?? (family?.branches === true ? branch : null),
			serverCore: product.serverCore || (family?.core === true && group.serverCore),
		});
	};
	const { products, components } = withGroup(cell, group);
	const read = once(components.map(refine));
	const refined = once(products.map(refine));
	return {
		products: refined,
		productTexts: products === cell.products && refined.length === cell.productTexts.length ? cell.productTexts : [],
		component: read[0] ?? null,
		components: read,
		editions: cell.editions,
		leftover: cell.leftover,
	};
}

/** Reads the systems that a line of ratings is about: products, or all clients, or all servers. */
export function readSystems(printed: string, readers: readonly Language[]): ReadProducts {
	const { roles } = readText(printed, readers);
	if (roles.length === 0) return readProducts({ name: printed }, readers);
	return { products: roles.map(named), productTexts: [], component: null, components: [], editions: [], leftover: '' };
}

/**
 * A group row names the component of operating systems, or the product of components. An operating system in a group
 * row is none: it stands over rows that name it better.
 */
function withGroup(cell: NameReading, group: NameReading): Pick<NameReading, 'products' | 'components'> {
	if (cell.components.length > 0 || cell.products.length === 0 || group.leftover !== '') return cell;
	if (group.components.length > 0 || group.products.length === 0) return cell;
	const is = (mark: 'system' | 'part' | 'line') => (product: ProductStructure) =>
		familyNamed(product.family)?.[mark] === true;
	if (cell.products.every(is('system')) && !group.products.some(is('system'))) {
		return group.products.every(is('part')) ? { products: cell.products, components: group.products } : cell;
	}
	const vague = (product: ProductStructure) => is('part')(product) || is('system')(product) || is('line')(product);
	if (cell.products.every(is('part')) && !group.products.some(vague)) {
		return { products: group.products, components: cell.products.map((part) => withPackOf(part, group.products)) };
	}
	return cell;
}

/** "Word 2003" in a group of "Office 2003 Service Pack 2": what is part of a suite has the service pack of the suite. */
function withPackOf(part: ProductStructure, [suite, ...others]: readonly ProductStructure[]): ProductStructure {
	if (suite === undefined || others.length > 0 || part.servicePack !== null) return part;
	return familyNamed(part.family)?.suite === suite.family ? { ...part, servicePack: suite.servicePack } : part;
}

const NO_READERS: readonly Language[] = [];

/** The family of a canonical name; `null` where the product data does not have it. */
export const familyOf = (name: string): string | null => {
	const { products } = readText(name, NO_READERS);
	return products.length === 1 ? (products[0]?.family ?? null) : null;
};

const once = (products: readonly ProductName[]): ProductName[] => [
	...new Map(products.map((product) => [product.name, product])).values(),
];

const MOST = 20_000;

/** Reads a text once for each list of languages: pages repeat the same names by the thousand. */
const readText = rememberWith((text, readers: readonly Language[]): NameReading => {
	return readName(text, [...readers.map((reader) => reader.products), PRODUCT_TRIE]);
}, MOST);
