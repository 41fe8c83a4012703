import type { Nodes, Root } from 'mdast';

/** How many lists, items, quotes and footnotes stand in each other; without recursion. */
export function depthOfBlocks(root: Root): number {
	let deepest = 0;
	const stack: { node: Holder; depth: number }[] = [{ node: root, depth: 0 }];
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const { node, depth } = next;
		if (node.children.length > 0 && depth + 1 > deepest) deepest = depth + 1;
		for (const child of node.children) if (isHolder(child)) stack.push({ node: child, depth: depth + 1 });
	}
	return deepest;
}

type Holder = Extract<Nodes, { type: 'root' | 'list' | 'listItem' | 'blockquote' | 'footnoteDefinition' }>;

/** What holds blocks; the rest is one level. */
function isHolder(node: Nodes): node is Holder {
	const { type } = node;
	return type === 'list' || type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition';
}
