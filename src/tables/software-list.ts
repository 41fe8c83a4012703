import type { SoftwareRow } from '../advisory/schema.ts';
import type { Section } from '../outline/section.ts';
import type { Block, ListItem, Run } from '../page/block.ts';
import { flowOf, sliceFlow } from '../page/flow.ts';
import { linesOf } from '../page/lines.ts';
import { hasText, placeOf } from '../page/plain-text.ts';
import { readProducts } from '../products/read-product.ts';
import type { RowEntry } from './entry.ts';
import { readDownloads, readProductCell } from './product-cell.ts';
import type { RowContext } from './software-rows.ts';

type Paragraph = Block & { kind: 'paragraph' };

/**
 * Reads the lists of a section about software: one row an item, the words before the link to its download name the
 * product. Inner items are what the product contains. A closing sentence is none.
 */
export function readSoftwareList(section: Section, affected: boolean, context: RowContext): RowEntry[] {
	const entries: RowEntry[] = [];
	const names = new Map<ListItem, string>();
	for (const [index, block] of section.blocks.entries()) {
		if (block.kind !== 'paragraph' || block.item === null || names.has(block.item)) continue;
		const item = block.item;
		const own = section.blocks
			.slice(index)
			.filter((other): other is Paragraph => other.kind === 'paragraph' && other.item === item);
		const group = item.parent === null ? null : (names.get(item.parent) ?? null);
		const entry = makeEntry(block, own, group, affected, context);
		names.set(item, entry?.row.product ?? '');
		if (entry !== null) entries.push(entry);
	}
	return entries;
}

function makeEntry(
	block: Paragraph,
	own: readonly Paragraph[],
	group: string | null,
	affected: boolean,
	context: RowContext,
): RowEntry | null {
	const line = linesOf(block.runs).find(({ runs }) => hasText(runs));
	const place = line === undefined ? null : placeOf(line.runs);
	if (line === undefined || place === null) return null;
	const runs = own.flatMap((paragraph) => paragraph.runs);
	const cell = readProductCell(beforeLink(line.runs), context.readers);
	const name = cell.name.replace(/[\s\u2013\u2014:\uFF1A-]+$/, '');
	const names = readProducts({ name, header: null, group }, context.readers);
	if (name === '' || (names.products.length === 0 && isSentence(name))) return null;
	const row: SoftwareRow = {
		product: name,
		canonicalProducts: [...new Set(names.products.map((product) => product.name))],
		component: null,
		canonicalComponent: names.component?.name ?? null,
		group: group || null,
		bulletin: null,
		kb: [...new Set(readProductCell(runs, context.readers).kbs)],
		downloads: readDownloads(runs, context.readers),
		impacts: [],
		severity: null,
		ratings: [],
		replaces: [],
		footnotes: cell.marks.flatMap((mark) => context.footnotes.get(mark) ?? []),
		line: context.lines.line(place.start),
	};
	context.trace.note(row, 'product', place, 'software-list');
	return { row, affected, product: names, component: null, place };
}

/** What stands before a dash and the link to the download; all of an item whose link is the product's name. */
function beforeLink(runs: readonly Run[]): readonly Run[] {
	const at = runs.findIndex((run) => run.link !== null);
	const flow = flowOf(runs);
	const before = at <= 0 ? '' : flow.text.slice(0, flow.offsets[at] as number);
	return /\p{L}{2}/u.test(before) ? sliceFlow(flow, 0, before.length) : runs;
}

const isSentence = (name: string): boolean => /[.\u3002]$/.test(name) || name.length > 160;
