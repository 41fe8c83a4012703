import { displayWidth, letterWidth, takeWidth } from './display-width.ts';
import { printable } from './printable.ts';

/**
 * Breaks a paragraph into lines at most `width` columns wide: between words, and between wide letters, which know no
 * blanks. A word that is longer than a line is broken where the line ends. Runs of white space count as one blank.
 */
export function wrap(text: string, width: number): string[] {
	const room = Math.max(2, width);
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const { piece, isSpaced } of pieces(text)) {
		const gap = isSpaced && line !== '' ? 1 : 0;
		const size = displayWidth(piece);
		if (used + gap + size <= room) {
			line += (gap === 1 ? ' ' : '') + piece;
			used += gap + size;
			continue;
		}
		if (line !== '') lines.push(line);
		let rest = piece;
		while (displayWidth(rest) > room) {
			const head = takeWidth(rest, room);
			lines.push(head);
			rest = rest.slice(head.length);
		}
		line = rest;
		used = displayWidth(rest);
	}
	if (line !== '') lines.push(line);
	return lines;
}

/** Wraps a text of a page for the screen, each of its lines for itself; empty ones are left out. */
export function wrapText(text: string, width: number): string[] {
	return text.split('\n').flatMap((line) => wrap(printable(line), width));
}

/** Words, and wide letters one by one, each with whether a blank stands before it. */
function* pieces(text: string): Generator<{ piece: string; isSpaced: boolean }> {
	for (const word of text.split(/\s+/)) {
		let isSpaced = true;
		let piece = '';
		for (const letter of word) {
			const isWide = letterWidth(letter) === 2;
			if (isWide && piece !== '') {
				yield { piece, isSpaced };
				isSpaced = false;
				piece = '';
			}
			piece += letter;
			if (isWide) {
				yield { piece, isSpaced };
				isSpaced = false;
				piece = '';
			}
		}
		if (piece !== '') yield { piece, isSpaced };
	}
}
