import type { Nodes, Root } from 'mdast';

/** How many lists, items, quotes and footnotes stand in each other; without recursion. */
export function depthOfBlocks(root: Root): number {
	let deepest = 0;
	const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const { node, depth } = next;
		if (depth > deepest) deepest = depth;
		for (const child of childrenOf(node)) stack.push({ node: child, depth: depth + 1 });
	}
	return deepest;
}

/** The children of what holds blocks; the rest is one level. */
function childrenOf(node: Nodes): readonly Nodes[] {
	switch (node.type) {
		case 'root':
		case 'list':
		case 'listItem':
		case 'blockquote':
		case 'footnoteDefinition':
			return node.children;
		default:
			return [];
	}
}
