import type { Block, Cell, ListItem, Table } from '../page/block.ts';
import { codeOf, lineOf, textOf, trimBlanks } from '../page/plain-text.ts';

/**
 * The plain text of blocks: paragraphs, lists and tables are parted by a blank line, list items stand on lines of
 * their own that begin with `- `, rows of tables are lines with ` | ` between the cells.
 */
export const blocksText = (blocks: readonly Block[]): string => joinBlocks(blocks, new Set());

function joinBlocks(blocks: readonly Block[], seen: Set<ListItem>): string {
	let text = '';
	let before: Block | null = null;
	for (const block of blocks) {
		const own = blockText(block);
		if (own === '') {
			continue;
		}
		const first = block.item !== null && !seen.has(block.item);
		for (let item = block.item; item !== null; item = item.parent) seen.add(item);
		if (before !== null) text += first && sharesList(before, block) ? '\n' : '\n\n';
		text += first ? `- ${own}` : own;
		before = block;
	}
	return trimBlanks(text);
}

/** As `blocksText`, for the blocks of one item: its own marker, and those of the items around it, are left out. */
export function itemText(blocks: readonly Block[]): string {
	const around = new Set<ListItem>();
	for (let item = blocks[0]?.item ?? null; item !== null; item = item.parent) around.add(item);
	return joinBlocks(blocks, around);
}

export function blockText(block: Block): string {
	if (block.kind === 'rule') return '';
	if (block.kind === 'table') return tableText(block.table);
	const text = block.kind === 'code' ? codeOf(block.runs) : textOf(block.runs);
	return block.quote > 0 ? text.replace(/^\[!\w+\]\s*/, '') : text;
}

function tableText(table: Table): string {
	let text = lineOf(table.caption);
	for (const row of table.rows) {
		const line = joinCells(row.cells);
		if (line !== '') text += text === '' ? line : `\n${line}`;
	}
	return text;
}

function joinCells(cells: readonly Cell[]): string {
	let line = '';
	let isEmpty = true;
	for (const [index, { text }] of cells.entries()) {
		if (index > 0) line += line === '' ? '|' : ' |';
		if (text === '') continue;
		isEmpty = false;
		line += line === '' ? text : ` ${text}`;
	}
	if (isEmpty) return '';
	return (line.includes('  ') ? line.replace(/ {2,}/g, ' ') : line).trim();
}

function sharesList(before: Block, block: Block): boolean {
	return outermost(before.item)?.list === outermost(block.item)?.list;
}

function outermost(item: ListItem | null): ListItem | null {
	let outer = item;
	while (outer?.parent) outer = outer.parent;
	return outer;
}
