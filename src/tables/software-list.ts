import type { SoftwareRow } from '../advisory/schema.ts';
import type { Section } from '../outline/section.ts';
import type { Block, ListItem } from '../page/block.ts';
import { linesOf } from '../page/lines.ts';
import { hasText, placeOf } from '../page/plain-text.ts';
import { readProducts } from '../products/read-product.ts';
import { readDownloads, readProductCell } from './product-cell.ts';
import type { RowContext } from './software-rows.ts';

/** Reads the lists of a section about software: one row an item, the first line of the item names the product. */
export function readSoftwareList(section: Section, context: RowContext): SoftwareRow[] {
	const rows: SoftwareRow[] = [];
	const seen = new Set<ListItem>();
	for (const block of section.blocks) {
		if (block.kind !== 'paragraph' || block.item === null || seen.has(block.item)) continue;
		seen.add(block.item);
		const row = makeRow(block, context);
		if (row !== null) rows.push(row);
	}
	return rows;
}

function makeRow(block: Block & { kind: 'paragraph' }, context: RowContext): SoftwareRow | null {
	const line = linesOf(block.runs).find(({ runs }) => hasText(runs));
	if (line === undefined) return null;
	const downloads = readDownloads(block.runs);
	const targets = new Set(downloads.map(({ url }) => url));
	const named = line.runs.filter((run) => run.link === null || !targets.has(run.link.url));
	const cell = readProductCell(named);
	const name = cell.name.replace(/[\s\u2013\u2014:\uFF1A-]+$/, '');
	const place = placeOf(line.runs);
	if (name === '' || place === null) return null;
	const read = readProducts({ name, header: null, group: null }, context.readers);
	const row: SoftwareRow = {
		product: name,
		canonicalProducts: [...new Set(read.products.map((product) => product.name))],
		component: null,
		canonicalComponent: read.component?.name ?? null,
		group: null,
		bulletin: null,
		kb: [...cell.kbs],
		downloads,
		impacts: [],
		severity: null,
		ratings: [],
		replaces: [],
		footnotes: cell.marks.flatMap((mark) => context.footnotes.get(mark) ?? []),
		line: context.lines.line(place.start),
	};
	context.trace.note(row, 'product', place, 'software-list');
	return row;
}
