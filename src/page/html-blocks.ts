import type { Element } from 'hast';
import type { Place } from '../text/place.ts';
import { countLeading } from '../text/search-sorted.ts';
import type { Block, ListItem } from './block.ts';
import { classesOf, EXPANDER_TITLE, isHeading, placeOfNode, type Visit } from './hast.ts';
import type { Content } from './html-content.ts';
import { readDataTable } from './html-data-table.ts';
import { PLAIN, readCode, readStretches, type Stretch, type Style, styleInside } from './html-inline.ts';
import { findDataTables } from './html-layout.ts';
import { codeBlock, headingBlock, paragraphBlock, ruleBlock, tableBlock } from './make-block.ts';
import { hasLink, hasText } from './plain-text.ts';

const BLOCKS = new Set(
	(
		'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure form h1 ' +
		'h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu ol p pre section summary table tbody td tfoot th ' +
		'thead tr ul xmp'
	).split(' '),
);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
const CODE = new Set(['pre', 'listing', 'xmp']);

interface List {
	readonly number: number;
	readonly ordered: boolean;
	/** The item that the list stands in. */
	readonly outer: ListItem | null;
	last: ListItem | null;
}

/** A heading's first text is its title. What an unclosed one holds after that is text. */
interface Title {
	readonly level: number;
	done: boolean;
}

/** What surrounds a node. */
interface Around {
	readonly item: ListItem | null;
	readonly list: List | null;
	readonly quote: number;
	readonly title: Title | null;
	readonly code: boolean;
	readonly style: Style;
}

const NOTHING: Around = { item: null, list: null, quote: 0, title: null, code: false, style: PLAIN };

/** State of one reading. */
interface Reading {
	readonly source: string;
	readonly visits: readonly Visit[];
	readonly chrome: Uint8Array;
	readonly content: Content;
	/** Places of the data tables by index: the parser moves what stands between cells out of them. */
	readonly tables: ReadonlyMap<number, Place>;
	/** The same in a row, to search in. */
	readonly tablePlaces: readonly Place[];
	readonly blocks: Block[];
	lists: number;
	/** The text of the block that is being read, and what surrounds it. */
	stretches: Stretch[];
	around: Around;
	/** Offset up to which the source is read; an element that began before is the parser's copy. */
	cursor: number;
	/** Whether the next stretch can be read in one piece with the last. */
	joined: boolean;
}

interface Step {
	readonly index: number;
	readonly around: Around;
	/** The end of a block, not its beginning. */
	readonly leaving: boolean;
}

/** Reads the text of a document into blocks: elements tell where blocks and their inline text stand in the source. */
export function readHtmlBlocks(
	source: string,
	visits: readonly Visit[],
	chrome: Uint8Array,
	content: Content,
): Block[] {
	const tables = findDataTables(visits, chrome, lengthOf(visits, content, source));
	const reading: Reading = {
		source,
		visits,
		chrome,
		content,
		tables,
		tablePlaces: [...tables.values()],
		blocks: [],
		lists: 0,
		stretches: [],
		around: NOTHING,
		cursor: 0,
		joined: false,
	};
	const steps: Step[] = content.roots.map((index) => ({ index, around: NOTHING, leaving: false })).reverse();
	for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
		if (step.leaving) flush(reading);
		else for (const next of read(reading, step.index, step.around).reverse()) steps.push(next);
	}
	flush(reading);
	return reading.blocks;
}

function lengthOf(visits: readonly Visit[], { roots, from, to }: Content, source: string): number {
	if (to !== Number.POSITIVE_INFINITY) return to - from;
	return roots.reduce((sum, root) => {
		const place = placeOfNode((visits[root] as Visit).node);
		return sum + (place === null ? source.length : place.end - Math.max(place.start, from));
	}, 0);
}

/** Reads a node, or tells what to read in it. */
function read(reading: Reading, index: number, around: Around): Step[] {
	const { node } = reading.visits[index] as Visit;
	const place = placeOfNode(node);
	if (reading.chrome[index] === 1) {
		reading.joined = false;
		return [];
	}
	if (place !== null && (place.end <= reading.content.from || place.start >= reading.content.to)) return [];
	if (node.type === 'text') {
		if (place !== null) addStretch(reading, place, around);
		return [];
	}
	if (node.type !== 'element') return [];
	const isTitle = classesOf(node).includes(EXPANDER_TITLE) && around.title === null;
	// inside a heading only what cannot stand there ends it
	const isBlock = isTitle || (BLOCKS.has(node.tagName) && !(around.title !== null && node.tagName === 'div'));
	if (isBlock)
		return readBlock(reading, index, node, isTitle ? { ...around, title: { level: 2, done: false } } : around);
	const end = endOfInline(reading, index, place);
	if (place !== null && end !== null) {
		addStretch(reading, { start: place.start, end }, around);
		return [];
	}
	return childSteps(reading, index, { ...around, style: styleInside(around.style, node, reading.source) });
}

/**
 * Where the text of an inline element ends that can be read in one piece; `null` where it holds blocks or chrome, or
 * is the parser's copy of an unclosed one.
 */
function endOfInline({ visits, chrome, cursor }: Reading, index: number, place: Place | null): number | null {
	if (place === null || place.start < cursor) return null;
	let end: number | null = null;
	let last = place.start;
	const after = (visits[index] as Visit).end;
	for (let at = index + 1; at < after; at++) {
		const { node } = visits[at] as Visit;
		if (chrome[at] === 1) return null;
		if (node.type === 'element' && (BLOCKS.has(node.tagName) || classesOf(node).includes(EXPANDER_TITLE))) return null;
		const inner = placeOfNode(node);
		if (inner === null || inner.start < last) return null;
		last = inner.start;
		if (node.type === 'text' || (node.type === 'element' && node.tagName === 'br')) end = inner.end;
	}
	return end ?? place.end;
}

function childSteps({ visits }: Reading, index: number, around: Around): Step[] {
	const steps: Step[] = [];
	const { end } = visits[index] as Visit;
	for (let at = index + 1; at < end; at = (visits[at] as Visit).end) steps.push({ index: at, around, leaving: false });
	return steps;
}

function addStretch(reading: Reading, { start, end }: Place, around: Around): void {
	if (start < reading.content.from || start >= reading.content.to || isInTable(reading, start)) return;
	const last = reading.stretches.at(-1);
	if (last === undefined) reading.around = around;
	if (last !== undefined && reading.joined && last.style === around.style && last.end <= start) {
		reading.stretches[reading.stretches.length - 1] = { ...last, end };
	} else reading.stretches.push({ start, end, style: around.style });
	reading.joined = true;
	reading.cursor = Math.max(reading.cursor, end);
}

/** Whether what stands at `offset` is read with its table. */
function isInTable({ tablePlaces }: Reading, offset: number): boolean {
	const last = tablePlaces[countLeading(tablePlaces, ({ start }) => start <= offset) - 1];
	return last !== undefined && offset < last.end;
}

/** Ends the block that is being read. */
function flush(reading: Reading): void {
	const { stretches, source, around } = reading;
	const { title, code } = around;
	const first = stretches[0];
	reading.stretches = [];
	reading.joined = false;
	if (first === undefined) return;
	const runs = code ? readCode(source, stretches) : readStretches(source, stretches);
	if (!hasText(runs) && !hasLink(runs)) return;
	const place = { start: first.start, end: (stretches.at(-1) as Stretch).end };
	if (code) reading.blocks.push(codeBlock(place, around, runs));
	else if (title !== null && !title.done && hasText(runs)) {
		title.done = true;
		reading.blocks.push(headingBlock(place, around, title.level, runs));
	} else reading.blocks.push(paragraphBlock(place, around, runs));
}

function readBlock(reading: Reading, index: number, element: Element, around: Around): Step[] {
	flush(reading);
	const place = placeOfNode(element);
	if (element.tagName === 'hr') {
		if (place !== null && !isInTable(reading, place.start)) reading.blocks.push(ruleBlock(place, around));
		return [];
	}
	const table = reading.tables.get(index);
	if (table !== undefined) {
		reading.cursor = Math.max(reading.cursor, table.end);
		const { source, visits, chrome } = reading;
		reading.blocks.push(tableBlock(table, around, readDataTable(source, table, visits, chrome, index)));
		return [];
	}
	const end: Step = { index, around, leaving: true };
	return [...childSteps(reading, index, insideOf(reading, element, place, around)), end];
}

function insideOf(reading: Reading, element: Element, place: Place | null, around: Around): Around {
	const name = element.tagName;
	if (isHeading(element)) return { ...around, title: { level: Number(name[1]), done: false } };
	if (CODE.has(name)) return { ...around, code: true };
	if (name === 'blockquote') return { ...around, quote: around.quote + 1 };
	if (LISTS.has(name)) {
		// a list right in a list belongs to the item before it
		const outer = around.list !== null && around.item === around.list.outer ? around.list.last : null;
		return { ...around, list: makeList(reading, name === 'ol', outer ?? around.item), item: outer ?? around.item };
	}
	if (name !== 'li') return around;
	const list = around.list ?? makeList(reading, false, around.item);
	const item = { parent: list.outer, list: list.number, ordered: list.ordered, start: place?.start ?? reading.cursor };
	list.last = item;
	return { ...around, list, item };
}

function makeList(reading: Reading, ordered: boolean, outer: ListItem | null): List {
	return { number: reading.lists++, ordered, outer, last: null };
}
