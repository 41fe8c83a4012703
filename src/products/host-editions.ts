import type { Item } from './chunks.ts';
import { FAMILIES, familyNamed } from './families.ts';

const editionsOf = (system: boolean): Set<string> =>
	new Set(FAMILIES.filter((family) => (family.system === true) === system).flatMap(({ editions }) => editions ?? []));
const OTHERS = editionsOf(false);
/** Editions that nothing but operating systems has. */
const OF_SYSTEMS = new Set([...editionsOf(true)].filter((name) => name.includes(' Edition') && !OTHERS.has(name)));

/**
 * "Component (only Media Center Edition 2005 Service Pack 3 and Tablet PC Edition 2005)": editions of the operating
 * system that a component runs on, where the name holds no operating system, are no part of the component's name.
 */
export function withoutHostEditions(items: readonly Item[]): Item[] {
	const families = items.flatMap(({ word }) => (word?.kind === 'family' ? [word.value] : []));
	const parts = families.length > 0 && families.every((family) => familyNamed(family)?.part === true);
	if (!parts || !items.some(isOfSystem)) return [...items];
	const kept: Item[] = [];
	let dropped = false;
	let joint: Item[] = [];
	for (const item of items) {
		if (isOfSystem(item)) {
			dropped = true;
			joint = [];
		} else if (dropped && item.word?.kind === 'service-pack' && joint.length === 0) {
			// the edition's own
		} else if (dropped && item.word?.kind === 'joiner') {
			joint = [...joint, item];
		} else {
			kept.push(...joint, item);
			joint = [];
			dropped = dropped && item.word?.kind === 'noise';
		}
	}
	return kept;
}

const isOfSystem = ({ word }: Item): boolean => word?.kind === 'edition' && OF_SYSTEMS.has(word.value);
