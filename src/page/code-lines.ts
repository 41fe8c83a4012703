import type { Place } from '../text/place.ts';
import type { Run } from './block.ts';
import { plainRun } from './make-block.ts';

/** The lines of a code block as runs, without fences and without the indent that makes it one. */
export function codeLines(source: string, place: Place, fenced: boolean): Run[] {
	const lineStart = Math.max(source.lastIndexOf('\n', place.start - 1), source.lastIndexOf('\r', place.start - 1)) + 1;
	const column = place.start - lineStart;
	const indent = fenced ? column : column + indentWidth(source, place.start);
	const lines = splitLines(source, place);
	const kept = fenced ? lines.slice(1, isClosingFence(source, lines) ? -1 : undefined) : lines;
	const runs: Run[] = [];
	for (const [index, line] of kept.entries()) {
		const start =
			index === 0 && !fenced ? place.start + indentWidth(source, place.start) : skipIndent(source, line, indent);
		if (index > 0) runs.push(plainRun('break', '\n', line.start, line.start));
		if (start < line.end) runs.push(plainRun('code', source.slice(start, line.end), start, line.end));
	}
	return runs;
}

function splitLines(source: string, place: Place): Place[] {
	const lines: Place[] = [];
	let start = place.start;
	for (const match of source.slice(place.start, place.end).matchAll(/\r\n?|\n/g)) {
		const end = place.start + match.index;
		lines.push({ start, end });
		start = end + match[0].length;
	}
	lines.push({ start, end: place.end });
	return lines;
}

function isClosingFence(source: string, lines: readonly Place[]): boolean {
	const last = lines.at(-1);
	return (
		lines.length > 1 && last !== undefined && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(source.slice(last.start, last.end))
	);
}

/** An engine puts the start of indented code before or after its four blanks. */
function indentWidth(source: string, at: number): number {
	let width = 0;
	while (width < 4 && (source[at + width] === ' ' || source[at + width] === '\t'))
		width += source[at + width] === '\t' ? 4 : 1;
	return width === 0 ? 0 : Math.min(width, 4);
}

function skipIndent(source: string, line: Place, indent: number): number {
	let at = line.start;
	for (let width = 0; width < indent && at < line.end; at++) {
		if (source[at] === '\t') width += 4 - (width % 4);
		else if (source[at] === ' ' || source[at] === '>') width++;
		else break;
	}
	return at;
}
