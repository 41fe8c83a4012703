import type { Nodes, Root } from 'mdast';
import { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri';
import type { Engine } from '../options.ts';
import { remember } from '../text/remember.ts';

/** Nodes that hold blocks or cells. What the others hold is inline text, which nobody asks an engine for. */
const HOLDERS = new Set(['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'table', 'tableRow']);

/**
 * The fast engine; its import fails where no binding exists for the platform. Gives the tree of the blocks: paragraphs,
 * headings and cells have no children, for making these costs more than the parse.
 */
export const engine: Engine = (markdown) => {
	const handle = createMdastHandle(markdown);
	try {
		return readBlocks(new MdastReader(serializeHandle(handle)));
	} finally {
		dropHandle(handle);
	}
};

function readBlocks(reader: MdastReader): Root {
	const root = makeNode(reader, 0);
	const holders = [{ id: 0, children: root.children }];
	for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
		for (const id of reader.getChildIds(holder.id)) {
			const node = makeNode(reader, id);
			holder.children.push(node as unknown as Nodes);
			if (HOLDERS.has(node.type)) holders.push({ id, children: node.children });
		}
	}
	return root as unknown as Root;
}

interface BlockNode {
	readonly type: string;
	readonly position: Nodes['position'];
	readonly children: Nodes[];
	/** Of headings. */
	readonly depth: number | undefined;
	/** Of lists. */
	readonly ordered: boolean | undefined;
}

function makeNode(reader: MdastReader, id: number): BlockNode {
	const { typeName, position } = reader.getNode(id);
	const type = mdastName(typeName);
	return {
		type,
		position: position as Nodes['position'],
		children: [],
		depth: type === 'heading' ? (reader.getTypeData(id)[0] ?? 1) : undefined,
		ordered: type === 'list' ? reader.getListData(id).ordered : undefined,
	};
}

/** The reader names nodes `ThematicBreak`, mdast `thematicBreak`; it has some 40 names. */
const mdastName = remember((typeName) => typeName.charAt(0).toLowerCase() + typeName.slice(1), 100);
