import type { Download, SoftwareRow } from '../advisory/schema.ts';
import type { Language } from '../language/prepare.ts';
import { lookUpHeading } from '../outline/read-label.ts';
import { ancestorKinds, type Section } from '../outline/section.ts';
import type { Block, ListItem, Run } from '../page/block.ts';
import { flowOf, sliceFlow } from '../page/flow.ts';
import { linesOf } from '../page/lines.ts';
import { hasLink, hasText, placeOf } from '../page/plain-text.ts';
import { familyNamed } from '../products/families.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { RowEntry } from './entry.ts';
import { isNamed, understood, withoutRemark } from './item-name.ts';
import { saysNothing } from './make-rows.ts';
import { namesInText } from './names-in-text.ts';
import { type ProductCell, readDownloads, readProductCell } from './product-cell.ts';
import type { RowContext } from './software-rows.ts';

type Paragraph = Block & { kind: 'paragraph' };

/** What stands over an item: the item that it is in, a heading, or a sentence before the list. */
interface Scope {
	/** As printed. */
	readonly group: string | null;
	/** The words of it that name products, where a sentence does. */
	readonly reading: string | null;
	readonly names: ReadProducts | null;
	readonly affected: boolean;
	/** Of the update that it links to: what it contains is updated by the same. */
	readonly kbs: readonly string[];
	readonly downloads: readonly Download[];
}

/** A row, and the item that prints it. */
interface ItemEntry {
	readonly entry: RowEntry;
	readonly item: ListItem;
}

/**
 * Reads the lists of a section about software: one row an item, the words before the link to its download name the
 * product. Inner items are what the product contains. A closing sentence is none. What stands under a label of its own
 * is a list of its own.
 */
export function readSoftwareLists(section: Section, affected: boolean, context: RowContext): RowEntry[][] {
	const lists: ItemEntry[][] = [[]];
	const blank: Scope = { group: null, reading: null, names: null, affected, kbs: [], downloads: [] };
	const heading = isListOf(section, context.readers) ? section.title : null;
	let over: Scope = { ...blank, group: heading, reading: heading };
	const paragraphs = section.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	const holders = new Set(paragraphs.map(({ item }) => item?.parent ?? null));
	const scopes = new Map<ListItem, Scope>();
	for (const [index, block] of paragraphs.entries()) {
		const { item } = block;
		if (item === null) {
			over = readIntroduction(block, blank, context.readers) ?? over;
			if (isLabel(block)) lists.push([]);
		}
		if (item === null || scopes.has(item)) continue;
		const scope = item.parent === null ? over : (scopes.get(item.parent) ?? over);
		const own = paragraphs.slice(index).filter((other) => other.item === item);
		const label = sectionLabel(block, section, context.readers);
		if (label !== null) {
			// what follows in the list is about the same as what stands in the item
			if (item.parent === null) over = { ...blank, affected: label };
			scopes.set(item, { ...blank, affected: label });
			continue;
		}
		const others = own.filter((other) => other !== block && isEntry(other, context.readers));
		const found = makeEntries(
			block,
			own.filter((other) => !others.includes(other)),
			scope,
			context,
		);
		const [entry] = found;
		const opens = holders.has(item) ? readOpening(block, own, scope, context.readers) : null;
		scopes.set(item, opens ?? scopeOf(entry ?? null, scope, context.readers));
		if (entry === undefined || opens !== null) continue;
		found.push(...others.flatMap((other) => makeEntries(other, [other], scope, context)));
		lists.at(-1)?.push(...found.map((one) => ({ entry: one, item })));
	}
	return lists.map(withoutHeads).filter((entries) => entries.length > 0);
}

/** A paragraph between lists that says what the next one is about. */
const isLabel = ({ runs }: Paragraph): boolean => /[:\uFF1A]\s*$/.test(flowOf(runs).text);

/** A further paragraph of an item that is an entry like its first: a product alone, or with the link to its update. */
function isEntry(block: Paragraph, readers: readonly Language[]): boolean {
	const before = beforeLink(block.runs);
	const linked = before !== block.runs;
	if (linked ? readDownloads(block.runs, readers).length === 0 : isLabel(block)) return false;
	return isNamed(withoutEnd(readProductCell(before, readers).name), readers);
}

/** A suite that prints no update, over programs that belong to it, is their group and no row: their rows name it. */
function withoutHeads(entries: readonly ItemEntry[]): RowEntry[] {
	const updates = ({ entry }: ItemEntry) => entry.row.kb.length > 0 || entry.row.downloads.length > 0;
	const isHead = (one: ItemEntry) => {
		const inner = entries.filter(({ item }) => item.parent === one.item);
		const named = new Set(inner.flatMap(({ entry }) => entry.row.canonicalProducts));
		const { canonicalProducts } = one.entry.row;
		const isNamedBelow = canonicalProducts.length > 0 && canonicalProducts.every((name) => named.has(name));
		return !updates(one) && isNamedBelow;
	};
	return entries.filter((one) => !isHead(one)).map(({ entry }) => entry);
}

/** A heading between lists of software that names a product: its list is about what the product runs on. */
export function isListOf({ kind, opening, title }: Section, readers: readonly Language[]): boolean {
	if (kind !== 'other' || opening !== 'heading' || title === null) return false;
	const { products, leftover } = readProducts({ name: title }, readers);
	return products.length > 0 && leftover === '';
}

/** An item that is the label of a section about software, such as `Not affected software`: whether it says affected. */
function sectionLabel({ runs }: Paragraph, section: Section, readers: readonly Language[]): boolean | null {
	const line = linesOf(runs).find((printed) => hasText(printed.runs));
	if (line === undefined || hasLink(line.runs)) return null;
	const { name } = readProductCell(line.runs, readers);
	const where = { ancestors: ancestorKinds(section), kind: null };
	const kind = lookUpHeading(name, readers, where)?.meaning;
	if (kind !== 'affected-software' && kind !== 'non-affected-software') return null;
	return readProducts({ name }, readers).products.length > 0 ? null : kind === 'affected-software';
}

/** What an item says of those in it. */
const scopeOf = (entry: RowEntry | null, scope: Scope, readers: readonly Language[]): Scope => ({
	...scope,
	group: entry?.row.product ?? '',
	reading: entry === null ? '' : understood(entry.row.product, readers),
	names: entry?.product ?? null,
	kbs: entry?.row.kb ?? [],
	downloads: [],
});

/** A sentence before a list, up to its colon: `Component for the following versions:`, with a link to the update. */
function readIntroduction({ runs }: Paragraph, blank: Scope, readers: readonly Language[]): Scope | null {
	const { name } = readProductCell(beforeLink(runs), readers);
	const part = partIn(name.replace(DASHES, ''), readers);
	return part === null ? null : { ...blank, ...part };
}

/** An item that is such a sentence itself: it names no product of its own, and is no row. */
function readOpening(
	block: Paragraph,
	own: readonly Paragraph[],
	scope: Scope,
	readers: readonly Language[],
): Scope | null {
	const { name } = readProductCell(beforeLink(block.runs), readers);
	if (readProducts({ name }, readers).leftover === '') return null;
	const part = partIn(name, readers);
	const { kbs, downloads } = readProductCell(
		own.flatMap(({ runs }) => runs),
		readers,
	);
	return part === null ? null : { ...scope, ...part, names: null, kbs, downloads };
}

/** The one component that a sentence with a colon at its end names. */
function partIn(text: string, readers: readonly Language[]): Pick<Scope, 'group' | 'reading'> | null {
	const group = text.replace(/\s*[:\uFF1A]$/, '');
	if (group === text) return null;
	const [found, more] = namesInText(group, readers);
	const [product] = found?.names.products ?? [];
	if (product === undefined || more !== undefined || found?.names.products.length !== 1) return null;
	return familyNamed(product.family)?.part === true ? { group, reading: product.name } : null;
}

const DASHES = /[\s\u2013\u2014-]+$/;

/** The rows of an item: one, or one for each of the components that it names on its products. */
function makeEntries(
	block: Paragraph,
	own: readonly Paragraph[],
	scope: Scope,
	{ readers, footnotes, lines, trace }: RowContext,
): RowEntry[] {
	const line = linesOf(block.runs).find(({ runs }) => hasText(runs));
	const place = line === undefined ? null : placeOf(line.runs);
	if (line === undefined || place === null) return [];
	const runs = own.flatMap((paragraph) => paragraph.runs);
	const cell: ProductCell = readProductCell(beforeLink(line.runs), readers);
	const name = withoutRemark(withoutEnd(cell.name), readers);
	const names = readProducts({ name: understood(name, readers), header: null, group: scope.reading }, readers);
	if (saysNothing(name, readers) || (names.products.length === 0 && isSentence(name))) return [];
	const kbs = [...new Set(readProductCell(runs, readers).kbs)];
	const downloads = readDownloads(runs, readers);
	return eachComponent(names).map((product) => {
		const row: SoftwareRow = {
			product: name,
			canonicalProducts: product.products.map((one) => one.name),
			component: null,
			canonicalComponent: product.component?.name ?? null,
			group: scope.group || null,
			bulletin: null,
			kb: kbs.length > 0 ? [...kbs] : [...scope.kbs],
			downloads: downloads.length > 0 ? [...downloads] : [...scope.downloads],
			impacts: [],
			severity: null,
			ratings: [],
			replaces: [],
			footnotes: cell.marks.flatMap((mark) => footnotes.get(mark) ?? []),
			line: lines.line(place.start),
		};
		trace.note(row, 'product', place, 'software-list');
		return { row, affected: scope.affected, product, component: null, place };
	});
}

const eachComponent = (names: ReadProducts): ReadProducts[] =>
	names.components.length < 2
		? [names]
		: names.components.map((component) => ({ ...names, component, components: [component] }));

const withoutEnd = (name: string): string => name.replace(/[\s\u2013\u2014:\uFF1A-]+$/, '');

/** What stands before a dash and the link to the download; all of an item whose link is the product's name. */
function beforeLink(runs: readonly Run[]): readonly Run[] {
	const at = runs.findIndex((run) => run.link !== null);
	const flow = flowOf(runs);
	const before = at <= 0 ? '' : flow.text.slice(0, flow.offsets[at] as number);
	return /\p{L}{2}/u.test(before) ? sliceFlow(flow, 0, before.length) : runs;
}

const isSentence = (name: string): boolean => /[.\u3002]$|[\p{Ll}]\.\s\p{Lu}|\u3002/u.test(name) || name.length > 160;
