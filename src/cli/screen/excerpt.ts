import type { LineIndex } from '../../text/text.ts';
import { displayWidth, letterWidth, takeWidth } from './display-width.ts';
import { LINE_WIDTH, lineNumber } from './line-number.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

/** A stretch of a source, 1-based; a diagnostic is one. */
export interface Span {
	/** `null` where the whole page is meant. */
	readonly line: number | null;
	readonly column: number | null;
	readonly endLine: number | null;
	readonly endColumn: number | null;
}

/** The first lines of a stretch, at most so many, each with carets under what is meant. */
export function excerpt(span: Span, source: LineIndex, paint: Paint, width: number, most = 1): string[] {
	const { line: first, column, endLine, endColumn } = span;
	if (first === null) return [];
	// an end before the first letter of a line is that of the line before
	const last = Math.max(first, (endLine ?? first) - (endColumn === 1 ? 1 : 0));
	const shown: string[] = [];
	let line = first;
	for (let left = most; line <= last && left > 0; line++) {
		const text = source.text(line);
		if (line > first && text.trim() === '') continue;
		const start = line === first ? (column ?? 1) - 1 : text.search(/\S/);
		const end = line === endLine && endColumn !== null ? endColumn - 1 : text.length;
		shown.push(...markedLine(line, text, start, end, paint, width));
		left--;
	}
	if (most > 1 && line <= last) shown.push(`${lineNumber(null)}${paint('dim', `... to line ${last}`)}`);
	return shown;
}

function markedLine(line: number, raw: string, from: number, to: number, paint: Paint, width: number): string[] {
	const text = printable(raw);
	const start = Math.min(from, text.length);
	const end = Math.min(to, text.length);
	const { shown, offset } = cutAround(text, start, width - LINE_WIDTH);
	const before = text.slice(offset, start);
	const meant = takeWidth(text.slice(start, end), displayWidth(shown) - displayWidth(before));
	const caret = '^'.repeat(Math.max(1, displayWidth(meant)));
	const blanks = ' '.repeat(LINE_WIDTH + displayWidth(before));
	return [`${paint('dim', lineNumber(line))}${shown}`, `${blanks}${paint('red', caret)}`];
}

/** The stretch of a long line that has `start` in its first third. */
function cutAround(text: string, start: number, width: number): { shown: string; offset: number } {
	if (displayWidth(text) <= width) return { shown: text, offset: 0 };
	let room = Math.floor(width / 3);
	let offset = start;
	for (const letter of [...text.slice(0, start)].reverse()) {
		room -= letterWidth(letter);
		if (room < 0) break;
		offset -= letter.length;
	}
	return { shown: takeWidth(text.slice(offset), width), offset };
}
