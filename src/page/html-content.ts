import { attribute, classesOf, isComment, isHeading, lettersOf, placeOfNode, type Visit } from './hast.ts';

/** Where the text of a page stands: indexes of elements, and the offsets between which it was printed. */
export interface Content {
	readonly roots: readonly number[];
	readonly from: number;
	readonly to: number;
}

/** A frame's container of the text holds at least this share of what is no chrome; else it is some other page's. */
const SHARE = 0.25;
/** The content of a page without a known frame holds at least this share. */
const MOST = 0.6;
/** What stands before the title of such a page is chrome if it is no more than this share. */
const LITTLE = 0.1;
const PRINTED_ID = /\bMS(?:VR)?\d\d-(?:\d{3}|[A-Z]{3})\b|(?<!\d)\d{6,7}(?!\d)/i;

type Finder = (page: Page) => Content | null;

interface Page {
	readonly visits: readonly Visit[];
	readonly chrome: Uint8Array;
	/** Letters of text outside links, by node, what it holds included. */
	readonly weights: Int32Array;
	readonly body: number;
}

/** In the order in which they are asked: what names the text most closely first. */
const FINDERS: readonly Finder[] = [
	betweenComments,
	(page) => withTitle(page, widest(page, byId('mainBody'))),
	(page) => whole(widest(page, byClass('topic'))),
	inMain,
	(page) => whole(widest(page, byId('contentArea'))),
	(page) => whole(widest(page, byId('WebContentArea'))),
	(page) => whole(widest(page, byClass('clsDocBody'))),
	inSignedTable,
];

/** Finds the text of a page in the frames of all generations, else by where most of the text stands. */
export function findContent(visits: readonly Visit[], chrome: Uint8Array): Content {
	const body = Math.max(
		0,
		visits.findIndex(({ node }) => node.type === 'element' && node.tagName === 'body'),
	);
	const page: Page = { visits, chrome, weights: weigh(visits, chrome), body };
	const least = SHARE * (page.weights[body] ?? 0);
	for (const find of FINDERS) {
		const content = find(page);
		if (content !== null && weightOf(page, content) >= Math.max(1, least)) return content;
	}
	return byWeight(page);
}

function weigh(visits: readonly Visit[], chrome: Uint8Array): Int32Array {
	const weights = new Int32Array(visits.length);
	for (let index = visits.length - 1; index >= 0; index--) {
		const { node, parent } = visits[index] as Visit;
		if (chrome[index] === 1) continue;
		if (node.type === 'text') weights[index] = node.value.replace(/\s+/g, '').length;
		const isLink = node.type === 'element' && node.tagName === 'a' && attribute(node, 'href') !== null;
		if (parent >= 0 && !isLink) weights[parent] = (weights[parent] as number) + (weights[index] as number);
	}
	return weights;
}

function weightOf({ visits, weights, chrome }: Page, { roots, from, to }: Content): number {
	if (from === 0 && to === Number.POSITIVE_INFINITY) {
		return roots.reduce((sum, root) => sum + (weights[root] as number), 0);
	}
	let sum = 0;
	for (const [index, { node }] of visits.entries()) {
		const start = node.type === 'text' && chrome[index] === 0 ? placeOfNode(node)?.start : undefined;
		if (start !== undefined && start >= from && start < to) sum += weights[index] as number;
	}
	return sum;
}

type Test = (visit: Visit) => boolean;

const byId =
	(id: string): Test =>
	({ node }) =>
		node.type === 'element' && attribute(node, 'id') === id;

const byClass =
	(name: string): Test =>
	({ node }) =>
		node.type === 'element' && classesOf(node).includes(name);

/** Of the elements that pass, the one with the most text. */
function widest({ visits, chrome, weights }: Page, test: Test): number | null {
	let found: number | null = null;
	for (const [index, visit] of visits.entries()) {
		if (chrome[index] === 1 || !test(visit)) continue;
		if (found === null || (weights[index] as number) > (weights[found] as number)) found = index;
	}
	return found;
}

const whole = (root: number | null, from = 0, to = Number.POSITIVE_INFINITY): Content | null =>
	root === null ? null : { roots: [root], from, to };

/** 1998–2003: the end may have fallen into an unclosed element, so what counts is where things were printed. */
function betweenComments({ visits, body }: Page): Content | null {
	const begin = visits.find(({ node }) => isComment(node) && /^\s*BEGIN_CONTENT\s*$/i.test(node.value));
	const from = begin === undefined ? undefined : placeOfNode(begin.node)?.end;
	if (begin === undefined || from === undefined) return null;
	for (const { node } of visits) {
		const start = isComment(node) && /^\s*END_CONTENT\s*$/i.test(node.value) ? placeOfNode(node)?.start : undefined;
		if (start !== undefined && start > from) return whole(body, from, start);
	}
	return whole(Math.max(begin.parent, body), from);
}

/** Library pages: title and dates stand around the body, not in it. */
function withTitle(page: Page, root: number | null): Content | null {
	const { visits, chrome, body } = page;
	for (let at = root ?? -1; at > body; at = (visits[at] as Visit).parent) {
		const { end } = visits[at] as Visit;
		for (let index = at; index < end; index++) {
			const { node } = visits[index] as Visit;
			if (node.type === 'element' && node.tagName === 'h1' && chrome[index] === 0) return whole(at);
		}
	}
	return root === null ? null : whole(ancestor(visits, root, byClass('topic')) ?? root);
}

function ancestor(visits: readonly Visit[], from: number, test: Test): number | null {
	for (let at = from; at >= 0; at = (visits[at] as Visit).parent) if (test(visits[at] as Visit)) return at;
	return null;
}

/** docs and learn: title and text may stand in parts of their own, with the page's tools between them. */
function inMain(page: Page): Content | null {
	const { visits, chrome } = page;
	const main =
		widest(page, ({ node }) => node.type === 'element' && node.tagName === 'main') ?? widest(page, byId('main'));
	if (main === null) return null;
	const isPart = byClass('content');
	const parts: number[] = [];
	const { end } = visits[main] as Visit;
	for (let index = main + 1; index < end; index++) {
		if (chrome[index] === 1 || !isPart(visits[index] as Visit)) continue;
		parts.push(index);
		index = (visits[index] as Visit).end - 1;
	}
	const titled = parts.some((part) =>
		visits
			.slice(part, (visits[part] as Visit).end)
			.some(({ node }) => node.type === 'element' && node.tagName === 'h1'),
	);
	return titled ? { roots: parts, from: 0, to: Number.POSITIVE_INFINITY } : whole(main);
}

/** Old pages in the frame of later ones: a table of the text's cell and, below it, signature and footer. */
function inSignedTable(page: Page): Content | null {
	const { visits, weights, body } = page;
	for (const [index, { node, end }] of visits.entries()) {
		if (node.type !== 'element' || node.tagName !== 'table') continue;
		const parts = visits.slice(index, end).flatMap(({ node: part }, offset) => {
			const holder = part.type === 'element' && /^t[rdh]$/.test(part.tagName);
			return holder && tableOf(visits, index + offset) === index ? [index + offset] : [];
		});
		const shape = parts.map((part) => ((visits[part] as Visit).node as { tagName: string }).tagName).join(' ');
		const cell = parts[1];
		if (/^tr t[dh] tr t[dh] t[dh]$/.test(shape) && cell !== undefined) {
			if ((weights[cell] as number) >= (weights[body] as number) / 2) return whole(cell);
		}
	}
	return null;
}

const tableOf = (visits: readonly Visit[], index: number): number | null =>
	ancestor(visits, (visits[index] as Visit).parent, ({ node }) => node.type === 'element' && node.tagName === 'table');

/** No known frame: the smallest element that holds the title and most of the text. */
function byWeight(page: Page): Content {
	const { visits, weights, body } = page;
	const title = findTitle(page);
	const most = MOST * (weights[body] ?? 0);
	let root = body;
	for (let index = body + 1; index < ((visits[body] as Visit | undefined)?.end ?? 0); index++) {
		const { node, end } = visits[index] as Visit;
		const holds = title === null || (title > index && title < end);
		if (node.type !== 'element' || (weights[index] as number) < Math.max(most, 1) || !holds) continue;
		if ((visits[index] as Visit).parent === root) root = index;
	}
	const start = title === null ? undefined : placeOfNode((visits[title] as Visit).node)?.start;
	if (start === undefined) return { roots: [root], from: 0, to: Number.POSITIVE_INFINITY };
	const before = weightOf(page, {
		roots: [root],
		from: placeOfNode((visits[root] as Visit).node)?.start ?? 0,
		to: start,
	});
	return { roots: [root], from: before > LITTLE * most ? 0 : start, to: Number.POSITIVE_INFINITY };
}

/** The first heading that prints an id, or what the document's `title` begins with. */
function findTitle({ visits, chrome, body }: Page): number | null {
	const named = visits.findIndex(({ node }) => node.type === 'element' && node.tagName === 'title');
	const name = named < 0 ? '' : lettersOf(visits, named, (visits[named] as Visit).end);
	const titles: number[] = [];
	for (let index = body; index < visits.length; index++) {
		const { node, end } = visits[index] as Visit;
		if (!isHeading(node) || chrome[index] === 1) continue;
		const text = visits
			.slice(index, end)
			.map(({ node: part }) => (part.type === 'text' ? part.value : ' '))
			.join('');
		const letters = lettersOf(visits, index, end);
		if (PRINTED_ID.test(text) || (letters !== '' && name.startsWith(letters))) titles.push(index);
	}
	return titles[0] ?? null;
}
