import { attribute, classesOf, isHeading, lettersOf, type Visit } from './hast.ts';
import { isSamePage } from './html-address.ts';

/** Numbers of what was printed before each node: two of them tell in no time what an element holds. */
interface Counts {
	/** Links, and those among them that leave the page. */
	readonly links: Int32Array;
	readonly leaving: Int32Array;
	/** Cells that the frame itself calls so. */
	readonly cells: Int32Array;
}

interface LetterCounts {
	readonly letters: Int32Array;
	readonly linked: Int32Array;
	/** Links with text, and those among them that repeat a heading. */
	readonly labels: Int32Array;
	readonly repeats: Int32Array;
}

/** Marks the boxes that repeat the page's headings as links to them ("on this page"), with the heading above. */
export function markContents(visits: readonly Visit[], marks: Uint8Array, address: string | null): void {
	const counts = countLinks(visits, address);
	let letters: LetterCounts | undefined;
	for (let index = 0; index < visits.length; index++) {
		const { node, end } = visits[index] as Visit;
		if (node.type !== 'element' || marks[index] === 1 || !/^(?:table|ul|ol)$/.test(node.tagName)) continue;
		if (within(counts.cells, index, end) === 0 || !holdsContentsCell(visits, index)) {
			if (within(counts.links, index, end) < 2 || within(counts.leaving, index, end) > 0) continue;
			letters ??= countLetters(visits, marks);
			if (!repeatsHeadings(letters, index, end)) continue;
		}
		marks.fill(1, index, end);
		markHeadingAbove(visits, index, marks);
		index = end - 1;
	}
}

const within = (counts: Int32Array, from: number, to: number): number =>
	(counts[to] as number) - (counts[from] as number);

function countLinks(visits: readonly Visit[], address: string | null): Counts {
	const links = new Int32Array(visits.length + 1);
	const leaving = new Int32Array(visits.length + 1);
	const cells = new Int32Array(visits.length + 1);
	for (const [index, { node }] of visits.entries()) {
		const href = node.type === 'element' && node.tagName === 'a' ? attribute(node, 'href') : null;
		links[index + 1] = (links[index] as number) + (href === null ? 0 : 1);
		cells[index + 1] = (cells[index] as number) + (isContentsCell(node) ? 1 : 0);
		leaving[index + 1] = (leaving[index] as number) + (href === null || isSamePage(href, address) ? 0 : 1);
	}
	return { links, leaving, cells };
}

function countLetters(visits: readonly Visit[], marks: Uint8Array): LetterCounts {
	const headings = new Set<string>();
	for (const [index, { node, end }] of visits.entries()) {
		if (isHeading(node) && marks[index] === 0) headings.add(lettersOf(visits, index, end));
	}
	const make = () => new Int32Array(visits.length + 1);
	const counts = { letters: make(), linked: make(), labels: make(), repeats: make() };
	let linkEnd = 0;
	for (const [index, { node, end }] of visits.entries()) {
		const letters = node.type === 'text' ? lettersOf(visits, index, index + 1).length : 0;
		let label = '';
		if (index >= linkEnd && node.type === 'element' && node.tagName === 'a' && attribute(node, 'href') !== null) {
			linkEnd = end;
			label = lettersOf(visits, index, end);
		}
		counts.letters[index + 1] = (counts.letters[index] as number) + letters;
		counts.linked[index + 1] = (counts.linked[index] as number) + (index < linkEnd ? letters : 0);
		counts.labels[index + 1] = (counts.labels[index] as number) + (label === '' ? 0 : 1);
		counts.repeats[index + 1] = (counts.repeats[index] as number) + (label !== '' && headings.has(label) ? 1 : 0);
	}
	return counts;
}

/** Whether an element holds nothing but links, half of which at least are labelled like headings of the page. */
function repeatsHeadings({ letters, linked, labels, repeats }: LetterCounts, from: number, to: number): boolean {
	const count = within(labels, from, to);
	const onlyLinks = within(letters, from, to) === within(linked, from, to);
	return count > 1 && onlyLinks && within(repeats, from, to) * 2 >= count;
}

const isContentsCell = (node: Visit['node']): boolean =>
	node.type === 'element' && classesOf(node).includes('onThisPage');

/** Whether a table has such cells of its own: layout tables around the box have none. */
function holdsContentsCell(visits: readonly Visit[], index: number): boolean {
	const { end } = visits[index] as Visit;
	for (let at = index + 1; at < end; at++) {
		const { node, end: after } = visits[at] as Visit;
		if (node.type !== 'element') continue;
		if (node.tagName === 'table') at = after - 1;
		else if (isContentsCell(node)) return true;
	}
	return false;
}

/** The heading of such a box: a small one right before it. */
function markHeadingAbove(visits: readonly Visit[], index: number, marks: Uint8Array): void {
	const { parent } = visits[index] as Visit;
	for (let at = index - 1; at > parent; at--) {
		const visit = visits[at] as Visit;
		if (visit.parent !== parent) continue;
		if (visit.node.type === 'element' && /^h[3-6]$/.test(visit.node.tagName)) marks.fill(1, at, visit.end);
		if (lettersOf(visits, at, visit.end) !== '') return;
	}
}
