import { blockText } from '../outline/section-text.ts';
import type { Block } from '../page/block.ts';

const NOTE = /^\s*(?:\[(\d{1,2})\]|[(\uFF08](\d)[)\uFF09]|(\*{1,4}|[\u2020\u2021\u00B9\u00B2\u00B3]))\s*(?=\S)/;

/** The footnotes below a table: paragraphs and lines that begin with a mark, by mark. */
export function footnotesBelow(blocks: readonly Block[], table: Block): Map<string, string> {
	const notes = new Map<string, string>();
	const at = blocks.indexOf(table);
	for (const block of blocks.slice(at + 1)) {
		if (block.kind !== 'paragraph') break;
		const lines = blockText(block).split('\n');
		if (lines.every((line) => line.trim() === '')) continue;
		if (!NOTE.test(lines[0] ?? '')) break;
		let mark: string | null = null;
		for (const line of lines) {
			const match = NOTE.exec(line);
			if (match !== null) mark = match[1] ?? match[2] ?? match[3] ?? null;
			if (mark === null) continue;
			const text = match === null ? line : line.slice(match[0].length);
			notes.set(mark, notes.has(mark) && match === null ? `${notes.get(mark)}\n${text}` : text);
		}
	}
	return notes;
}
