import type { FaqEntry } from '../advisory/schema.ts';

/** Between two paragraphs. */
export const PARAGRAPH = '\n\n';
/** What stands before a piece in its text. */
export const JOINTS: readonly string[] = [PARAGRAPH, '\n', ' ', ''];
/** Nothing stands between. */
const AT_ONCE = 3;

export interface Piece {
	readonly text: string;
	/** Index into `JOINTS`. */
	readonly joint: number;
}

/** A question and its answer, as places in a list of pieces. */
export interface Stretch {
	readonly first: number;
	readonly middle: number;
	readonly last: number;
}

export interface CutText {
	readonly pieces: readonly Piece[];
	/** One for each question; `null` where the text does not have its words in this form. */
	readonly stretches: readonly (Stretch | null)[];
}

const BETWEEN = /^\s*$/;

/** A question's words as they stand in a text: where it begins, where its answer does, where that ends. */
interface Found {
	readonly start: number;
	readonly middle: number;
	readonly end: number;
}

/**
 * Cuts a text into its lines (paragraphs, items of lists, rows of tables), and where a question or an answer begins or
 * ends: what pages repeat is then a piece. Put together again, joint by joint, they are the text, to the letter.
 */
export function cutText(text: string, questions: readonly FaqEntry[]): CutText {
	const found: (Found | null)[] = [];
	let from = 0;
	for (const question of questions) {
		const place = findPair(text, question, from);
		if (place !== null) from = place.end;
		found.push(place);
	}
	const cuts = [...new Set(found.flatMap((place) => (place === null ? [] : [place.start, place.middle, place.end])))];
	const pieces: Piece[] = [];
	/** Number of the piece that begins at an offset. */
	const numbers = new Map<number, number>();
	let at = 0;
	for (const paragraph of text === '' ? [] : text.split(PARAGRAPH)) {
		const end = at + paragraph.length;
		let start = at;
		let joint = 0;
		for (const cut of [...cutsWithin(paragraph, at, cuts), end]) {
			numbers.set(start, pieces.length);
			const isOne = cut - start === 1 && joint === AT_ONCE && cut < end;
			const blank = isOne ? JOINTS.indexOf(text.charAt(start)) : -1;
			if (blank >= 0) {
				// all that parts two neighbours
				joint = blank;
				start = cut;
				continue;
			}
			const next = cut === end ? AT_ONCE : jointBefore(text, cut, start);
			pieces.push({ text: text.slice(start, cut - (JOINTS[next]?.length ?? 0)), joint });
			joint = next;
			start = cut;
		}
		numbers.set(end, pieces.length);
		at = end + PARAGRAPH.length;
	}
	const stretches = found.map((place, index) => stretchOf(place, questions[index] as FaqEntry, pieces, numbers));
	return { pieces, stretches };
}

function cutsWithin(paragraph: string, at: number, cuts: readonly number[]): number[] {
	const within = new Set(cuts.filter((cut) => cut > at && cut < at + paragraph.length));
	for (const { index } of paragraph.matchAll(/\n(?=.)/g)) within.add(at + index + 1);
	return [...within].sort((a, b) => a - b);
}

function findPair(text: string, { question, answer }: FaqEntry, from: number): Found | null {
	const start = text.indexOf(question, from);
	if (start < 0) return null;
	const after = start + question.length;
	if (answer === '') return { start, middle: after, end: after };
	const middle = text.indexOf(answer, after);
	if (middle < 0 || !BETWEEN.test(text.slice(after, middle))) return null;
	return { start, middle, end: middle + answer.length };
}

/** The joint that ends at a cut; what is before it stays a piece. */
function jointBefore(text: string, cut: number, start: number): number {
	if (cut - 1 <= start) return AT_ONCE;
	const before = text.charAt(cut - 1);
	if (before === '\n') return 1;
	return before === ' ' ? 2 : AT_ONCE;
}

/** The place in pieces, where these make the question and the answer to the letter. */
function stretchOf(
	place: Found | null,
	{ question, answer }: FaqEntry,
	pieces: readonly Piece[],
	numbers: ReadonlyMap<number, number>,
): Stretch | null {
	if (place === null) return null;
	const [first, middle, last] = [numbers.get(place.start), numbers.get(place.middle), numbers.get(place.end)];
	if (first === undefined || middle === undefined || last === undefined) return null;
	const isExact = join(pieces.slice(first, middle)) === question && join(pieces.slice(middle, last)) === answer;
	return isExact ? { first, middle, last } : null;
}

/** The text that pieces make; what stands before the first is left out. */
export const join = (pieces: readonly Piece[]): string =>
	pieces.map(({ text, joint }, index) => (index === 0 ? text : `${JOINTS[joint]}${text}`)).join('');
