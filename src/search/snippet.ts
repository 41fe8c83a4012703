import type { Found } from './find-terms.ts';

/** UTF-16 units of a snippet; a letter of a language that is sliced says twice as much. */
const LENGTH = 200;
const CUT = '\u2026';
const WIDE = /[\u2e80-\uffdc]/g;

/** The part of a text that shows most of the terms, with marks around them; its beginning where none stands there. */
export function snippetOf(text: string, found: readonly Found[], marks: readonly [string, string]): string {
	const sample = text.slice(found[0]?.start ?? 0, (found[0]?.start ?? 0) + LENGTH);
	const room = Math.round(LENGTH / (1 + (sample.match(WIDE)?.length ?? 0) / Math.max(1, sample.length)));
	const [first, last] = bestStretch(found, room);
	const start = wordStart(text, Math.max(0, (first?.start ?? 0) - Math.floor((room - spanOf(first, last)) / 3)));
	const end = wordEnd(text, Math.max(last?.end ?? 0, start + room));
	let snippet = '';
	let at = start;
	for (const place of merged(found)) {
		if (place.start < start || place.end > end) continue;
		snippet += `${text.slice(at, place.start)}${marks[0]}${text.slice(place.start, place.end)}${marks[1]}`;
		at = place.end;
	}
	snippet = `${snippet}${text.slice(at, end)}`.replace(/\s+/g, ' ').trim();
	return `${start > 0 ? CUT : ''}${snippet}${end < text.length ? CUT : ''}`;
}

const spanOf = (first: Found | undefined, last: Found | undefined): number => (last?.end ?? 0) - (first?.start ?? 0);

/** The first and the last place of the stretch that has most of the different terms. */
function bestStretch(found: readonly Found[], room: number): [Found | undefined, Found | undefined] {
	let best: [Found | undefined, Found | undefined] = [found[0], found[0]];
	let most = 0;
	for (const [from, first] of found.entries()) {
		const terms = new Set<number>();
		let last = first;
		for (let to = from; to < found.length; to++) {
			const place = found[to] as Found;
			if (place.end - first.start > room) break;
			if (!terms.has(place.term)) last = place;
			terms.add(place.term);
		}
		if (terms.size <= most) continue;
		most = terms.size;
		best = [first, last];
	}
	return best;
}

/** Places that overlap or touch, as in slices, are one. */
function merged(found: readonly Found[]): { start: number; end: number }[] {
	const all: { start: number; end: number }[] = [];
	for (const { start, end } of found) {
		const before = all.at(-1);
		if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end);
		else all.push({ start, end });
	}
	return all;
}

/** How far a cut moves to stand between two words. */
const REACH = 20;

function wordStart(text: string, at: number): number {
	if (at === 0) return 0;
	const blank = text.slice(at, at + REACH).search(/\s/);
	return blank < 0 ? wholeLetter(text, at) : at + blank + 1;
}

function wordEnd(text: string, at: number): number {
	if (at >= text.length) return text.length;
	const blank = text.slice(at - REACH, at).search(/\s\S*$/);
	return blank < 0 ? wholeLetter(text, at) : at - REACH + blank;
}

/** Never between the halves of a letter. */
const wholeLetter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);
