import { labelForm } from '../language/normal-form.ts';
import type { Language } from '../language/prepare.ts';
import type { Block, Run } from '../page/block.ts';
import { flowOf, placeInFlow } from '../page/flow.ts';
import { linesOf } from '../page/lines.ts';
import { withRuns } from '../page/make-block.ts';
import type { Place } from '../text/place.ts';

export interface Footer {
	/** The time as printed, the words around it cut off. */
	readonly builtAt: string;
	readonly place: Place;
}

/** How many blocks from the end it may stand: stray signs follow it on some pages. */
const REACH = 2;

/**
 * Finds the line that the converter left at the end: in italics, with a time in it. It follows the last revision at
 * once on some pages, in the same paragraph. Gives the blocks without it and without the stray signs after it.
 */
export function cutFooter(
	blocks: readonly Block[],
	readers: readonly Language[],
): { blocks: readonly Block[]; footer: Footer | null } {
	for (let index = blocks.length - 1; index >= Math.max(0, blocks.length - REACH); index--) {
		const block = blocks[index] as Block;
		if (block.kind !== 'paragraph') continue;
		const lines = linesOf(block.runs).filter((line) => line.runs.some((run) => run.text.trim() !== ''));
		const last = lines.at(-1);
		if (last === undefined) continue;
		const footer = readFooter(last.runs, readers);
		if (footer === null) {
			if (isStray(last.runs)) continue;
			break;
		}
		const rest = block.runs.slice(0, Math.max(0, last.from - 1));
		const kept: Block[] = lines.length > 1 ? [withRuns(block, rest)] : [];
		return { blocks: [...blocks.slice(0, index), ...kept], footer };
	}
	return { blocks, footer: null };
}

/** A sign that fell off behind the footer. */
const isStray = (runs: readonly Run[]): boolean => !/[\p{L}]/u.test(flowOf(runs).text);

function readFooter(runs: readonly Run[], readers: readonly Language[]): Footer | null {
	const flow = flowOf(runs);
	const italic = runs.some((run) => run.emphasis) && runs.every((run) => run.emphasis || run.text.trim().length <= 2);
	const timed = /\d\s?[:\uFF1A]\d\d/.test(flow.text);
	const form = labelForm(flow.text);
	const known = readers.some((reader) => reader.footers.some((words) => form.startsWith(labelForm(words))));
	if (!(italic && timed) && !(known && timed && flow.text.length < 120)) return null;
	const start = flow.text.search(/\d/);
	const end = flow.text.search(/\d\D*$/) + 1;
	return { builtAt: flow.text.slice(start, end).replace(/[\s\u00A0]+/g, ' '), place: placeInFlow(flow, start, end) };
}
