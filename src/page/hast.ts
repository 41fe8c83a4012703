import type { Comment, Element, Root, RootContent } from 'hast';
import type { Place } from '../text/place.ts';

/** A node of a tree in printed order. Of a node at index `i`, the nodes up to `end` are what it holds. */
export interface Visit {
	readonly node: RootContent;
	/** Index of the element it stands in; -1 at the top. */
	readonly parent: number;
	/** Index after its last descendant. */
	end: number;
}

/** The nodes of a tree in printed order, without recursion. */
export function flatten(root: Root): Visit[] {
	const visits: Visit[] = [];
	const stack: { node: RootContent; parent: number }[] = [...root.children]
		.reverse()
		.map((node) => ({ node, parent: -1 }));
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const index = visits.length;
		visits.push({ ...next, end: index + 1 });
		if (next.node.type !== 'element') continue;
		const { children } = next.node;
		for (let at = children.length - 1; at >= 0; at--) stack.push({ node: children[at] as RootContent, parent: index });
	}
	for (let index = visits.length - 1; index >= 0; index--) {
		const { parent, end } = visits[index] as Visit;
		const holder = visits[parent];
		if (holder !== undefined && holder.end < end) holder.end = end;
	}
	return visits;
}

/** Depth of the deepest node. */
export function depthOf(visits: readonly Visit[]): number {
	const depths = new Int32Array(visits.length);
	let deepest = 0;
	for (const [index, { parent }] of visits.entries()) {
		const depth = parent < 0 ? 1 : (depths[parent] as number) + 1;
		depths[index] = depth;
		if (depth > deepest) deepest = depth;
	}
	return deepest;
}

/** Where a node was printed; `null` for what the parser put in itself. */
export function placeOfNode({ position }: RootContent): Place | null {
	const start = position?.start.offset;
	const end = position?.end.offset;
	return start === undefined || end === undefined ? null : { start, end };
}

export const isComment = (node: RootContent): node is Comment => node.type === 'comment';

/** The value of an attribute as text; `null` where the element has none of that (hast) name. */
export function attribute(element: Element, name: string): string | null {
	const value = element.properties[name];
	if (value === null || value === undefined || value === false) return null;
	return Array.isArray(value) ? value.join(' ') : String(value);
}

const NONE: readonly string[] = [];

export function classesOf({ properties }: Element): readonly string[] {
	const names = properties.className;
	return Array.isArray(names) ? (names as string[]) : NONE;
}

/** Letters and digits of the text that stands in the nodes from `from` to `to`: what makes two titles the same. */
export function lettersOf(visits: readonly Visit[], from: number, to: number): string {
	let letters = '';
	for (let index = from; index < to; index++) {
		const node = (visits[index] as Visit).node;
		if (node.type === 'text') letters += node.value.replace(/[^\p{L}\p{N}]+/gu, '');
	}
	return letters;
}

export const isHeading = (node: RootContent): boolean => node.type === 'element' && /^h[1-6]$/.test(node.tagName);

export const EXPANDER_TITLE = 'LW_CollapsibleArea_Title';
