import type { Block, ListItem, Table } from '../page/block.ts';
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
	const lines = [lineOf(table.caption), ...table.rows.map((row) => joinCells(row.cells.map(({ text }) => text)))];
	return lines.filter((line) => line !== '').join('\n');
}

function joinCells(cells: readonly string[]): string {
	if (cells.every((cell) => cell === '')) return '';
	const text = cells.join(' | ');
	return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();
}

function sharesList(before: Block, block: Block): boolean {
	return outermost(before.item)?.list === outermost(block.item)?.list;
}

function outermost(item: ListItem | null): ListItem | null {
	let outer = item;
	while (outer?.parent) outer = outer.parent;
	return outer;
}
