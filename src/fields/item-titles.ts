import { labelForm } from '../language/normal-form.ts';
import { firstEntry } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import type { Block, Run } from '../page/block.ts';
import { textOf } from '../page/plain-text.ts';

/**
 * Whether a paragraph begins with a bold line that is a title: not a question, a note or a known label. With a colon
 * at its end it mostly leads to steps, and is one only among the items of a list (`lead`).
 */
export function boldTitle(block: Block, readers: readonly Language[]): 'bold' | 'lead' | null {
	if (block.kind !== 'paragraph' || block.quote > 0) return null;
	const text = boldLine(block.runs);
	if (text === null || text.length > 250 || /[?\uFF1F]\s*$/.test(text)) return null;
	const form = labelForm(text);
	const isKnown =
		firstEntry(readers, ({ remarks }) => remarks, form) !== null ||
		firstEntry(readers, ({ labels }) => labels, form) !== null;
	if (isKnown) return null;
	return /[:\uFF1A]\s*$/.test(text) ? 'lead' : 'bold';
}

const WORD = /[\p{L}\p{N}]/u;

/** The first line, where all of it is bold and text follows on a line of its own or not at all. */
function boldLine(runs: readonly Run[]): string | null {
	const line: Run[] = [];
	for (const run of runs) {
		if (run.kind === 'break' || run.kind === 'soft') {
			if (line.some((part) => part.text.trim() !== '')) break;
			continue;
		}
		if (!run.strong && WORD.test(run.text)) return null;
		line.push(run);
	}
	const text = textOf(line);
	return text === '' ? null : text;
}
