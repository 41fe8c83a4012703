import type { TextItem } from '../advisory/schema.ts';
import type { SectionKind } from '../advisory/words.ts';
import { allSections, isWithin, type Section } from '../outline/section.ts';
import { itemText } from '../outline/section-text.ts';
import type { Block, ListItem } from '../page/block.ts';
import { placeOf, textOf } from '../page/plain-text.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { boldTitle } from './item-titles.ts';
import { onlyVulnerabilityIn, vulnerabilityOf } from './vulnerability-index.ts';

/** The items of mitigating factors, workarounds and acknowledgments. */
export const itemsReader: FieldReader = {
	name: 'items',
	read: (context) => [
		candidate('mitigations', readItems('mitigating-factors', context)),
		candidate('workarounds', readItems('workarounds', context)),
		candidate('acknowledgments', readItems('acknowledgments', context)),
	],
};

/** A block of the text under a section, with the titles of the sections in it as blocks of their own. */
interface Piece {
	readonly block: Block;
	readonly section: Section;
	/** What kind of title it is, where it can be that of an item. */
	readonly title: 'heading' | 'bold' | 'lead' | null;
}

function readItems(kind: SectionKind, context: Context): TextItem[] {
	return context.sections
		.filter((section) => section.kind === kind && !(section.parent !== null && isWithin(section.parent, kind)))
		.flatMap((section) => itemsOf(piecesOf(section, context), kind, context));
}

function piecesOf(section: Section, context: Context): Piece[] {
	const { readers } = context.language;
	return allSections([section]).flatMap((inner): Piece[] => {
		const own = inner === section;
		const blocks = inner.blocks.map((block) => ({ block, section: inner, title: boldTitle(block, readers) }) as const);
		if (own || inner.opener === null) return blocks;
		const title = inner.opening === 'heading' && inner.kind === 'other' ? 'heading' : null;
		// a run-in and its text are one paragraph
		const rest = inner.opening === 'run-in' ? blocks.slice(1) : blocks;
		return [{ block: inner.opener, section: inner, title }, ...rest];
	});
}

/** Cuts at headings, else at bold titles, else at the items of the outermost lists. */
function itemsOf(pieces: readonly Piece[], kind: SectionKind, context: Context): TextItem[] {
	const cut = (['heading', 'bold'] as const).find((title) => pieces.some((piece) => piece.title === title)) ?? null;
	const listed = cut === null && pieces.some((piece) => piece.block.item !== null);
	const groups: Piece[][] = [];
	let item: ListItem | null = null;
	let started: ListItem | null = null;
	for (const piece of pieces) {
		const top = outermost(piece.block.item);
		const newItem = top !== item ? top : null;
		// bold lines inside a list item that began with a title are its steps
		const step = cut === 'bold' && top !== null && top === started;
		const untitled = cut === 'bold' && groups.length === 0 && newItem !== null;
		const lead = cut === 'bold' && piece.title === 'lead' && newItem !== null && newItem.ordered === started?.ordered;
		if (untitled || lead || (!step && startsItem(piece, newItem, cut, listed, kind))) {
			groups.push([piece]);
			started = top;
		}
		// after a factor's list, a remark on all of them may stand; what follows a workaround is about it
		else if (cut !== null || top !== null || kind === 'workarounds') groups.at(-1)?.push(piece);
		item = top;
	}
	const whole = kind === 'workarounds' && cut !== 'heading' ? joinTitles(groups, context) : groups;
	return whole.map((group) => makeItem(group, context));
}

/** A title that a converter cut into several items of its list: line under line, with text below the last one only. */
function joinTitles(groups: readonly Piece[][], context: Context): Piece[][] {
	const joined: Piece[][] = [];
	let parts: Piece[][] = [];
	for (const [index, group] of groups.entries()) {
		parts.push(group);
		if (isCutTitle(group, groups[index + 1], context)) continue;
		joined.push(...(group.length > 1 ? [parts.flat()] : parts));
		parts = [];
	}
	return joined;
}

/** Bold, or on pages that lost their bold a line that is no sentence. */
const mayBeTitle = ({ block, title }: Piece): boolean =>
	title === 'bold' || (block.kind === 'paragraph' && !/[\p{Po}]\s*$/u.test(textOf(block.runs)));

function isCutTitle(group: readonly Piece[], next: readonly Piece[] | undefined, context: Context): boolean {
	const [title, below] = [group[0] as Piece, next?.[0]];
	const [item, itemBelow] = [outermost(title.block.item), outermost(below?.block.item ?? null)];
	if (group.length > 1 || below === undefined || !mayBeTitle(title) || !mayBeTitle(below)) return false;
	if (item === null || itemBelow === null || item.list !== itemBelow.list) return false;
	return context.lines.line(itemBelow.start) === context.lines.line(item.start) + 1;
}

function startsItem(
	piece: Piece,
	newItem: ListItem | null,
	cut: Piece['title'],
	listed: boolean,
	kind: SectionKind,
): boolean {
	if (cut !== null) return piece.title === cut;
	if (listed) return newItem !== null && piece.section.kind !== 'workaround-impact';
	return kind === 'acknowledgments' && thanks(piece.block);
}

/** A paragraph that thanks somebody: none that only leads to others, or to a page that thanks all. */
function thanks(block: Block): boolean {
	if (block.kind !== 'paragraph') return false;
	const text = textOf(block.runs);
	return !/[:\uFF1A]$/.test(text) && !block.runs.some((run) => run.link !== null && GENERAL_THANKS.test(run.link.url));
}

/** Pages of the library that list all thanks of a year. */
const GENERAL_THANKS = /\/library\/security\/[a-z]{2}\d+|acknowledgments?(?:\d{4})?(?:\.aspx|\.md)?$/i;

function outermost(item: ListItem | null): ListItem | null {
	let outer = item;
	while (outer !== null && outer.parent !== null) outer = outer.parent;
	return outer;
}

function makeItem(group: readonly Piece[], context: Context): TextItem {
	const first = group[0] as Piece;
	const place =
		first.block.kind === 'table' || first.block.kind === 'rule'
			? first.block
			: (placeOf(first.block.runs) ?? first.block);
	const last = (group.at(-1) as Piece).block;
	const text = itemText(group.map((piece) => piece.block));
	const item: TextItem = {
		text,
		vulnerability: vulnerabilityOf(first.section, context) ?? onlyVulnerabilityIn(text, context),
		line: context.lines.line(place.start),
	};
	context.trace.note(
		item,
		'text',
		{ start: place.start, end: Math.max(place.end, last.end) },
		'items',
		first.section.source,
	);
	return item;
}
