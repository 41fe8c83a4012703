import type { Item } from './chunks.ts';
import { FAMILIES, familyNamed } from './families.ts';
import { named, type ProductName } from './structure.ts';

const editionsOf = (system: boolean): Set<string> =>
	new Set(FAMILIES.filter((family) => (family.system === true) === system).flatMap(({ editions }) => editions ?? []));
const OTHERS = editionsOf(false);
/** Editions that nothing but operating systems has. */
const OF_SYSTEMS = new Set([...editionsOf(true)].filter((name) => name.includes(' Edition') && !OTHERS.has(name)));

/** An edition of the operating system that a component runs on, with its service pack where one is printed. */
export interface HostEdition {
	readonly edition: string;
	readonly servicePack: string | null;
}

/** The phrases of a component's name, and the editions that it is said to run on. */
export interface PartedEditions {
	readonly items: readonly Item[];
	readonly editions: readonly HostEdition[];
}

/**
 * "Component (only Media Center Edition 2005 Service Pack 3 and Tablet PC Edition 2005)": editions of the operating
 * system that a component runs on, where the name holds no operating system, are no part of the component's name.
 */
export function partHostEditions(items: readonly Item[]): PartedEditions {
	const families = items.flatMap(({ word }) => (word?.kind === 'family' ? [word.value] : []));
	const parts = families.length > 0 && families.every((family) => familyNamed(family)?.part === true);
	if (!parts || !items.some(isOfSystem)) return { items, editions: [] };
	const kept: Item[] = [];
	const editions: HostEdition[] = [];
	let dropped = false;
	let joint: Item[] = [];
	for (const item of items) {
		const { word } = item;
		if (word?.kind === 'edition' && isOfSystem(item)) {
			dropped = true;
			joint = [];
			editions.push({ edition: word.value, servicePack: null });
		} else if (dropped && word?.kind === 'service-pack' && joint.length === 0) {
			// the edition's own
			editions.push({ ...(editions.pop() as HostEdition), servicePack: item.number });
		} else if (dropped && word?.kind === 'joiner') {
			joint = [...joint, item];
		} else {
			kept.push(...joint, item);
			joint = [];
			dropped = dropped && word?.kind === 'noise';
		}
	}
	return { items: kept, editions };
}

const isOfSystem = ({ word }: Item): boolean => word?.kind === 'edition' && OF_SYSTEMS.has(word.value);

/** The products that a component is said to run on alone, where they have such editions; else all of them. */
export function narrowToEditions(
	products: readonly ProductName[],
	editions: readonly HostEdition[],
): readonly ProductName[] {
	const narrowed = products.flatMap((product) => {
		const own = familyNamed(product.family)?.editions ?? [];
		return editions
			.filter(({ edition, servicePack }) => {
				const isOther = servicePack !== null && product.servicePack !== null && servicePack !== product.servicePack;
				return product.edition === null && own.includes(edition) && !isOther;
			})
			.map(({ edition, servicePack }) =>
				named({ ...product, edition, servicePack: servicePack ?? product.servicePack }),
			);
	});
	return narrowed.length > 0 ? narrowed : products;
}
