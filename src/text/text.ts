import { countLeading } from './search-sorted.ts';

/** What `decode` makes of the bytes of a page: no later stage lengthens, shortens or cleans `value`. */
export interface Text {
	/** The page as letters, without byte order mark, with its own line ends. */
	readonly value: string;
	/** WHATWG name of the encoding the bytes were read with, in lower case. */
	readonly encoding: string;
	/** Number of bytes that were read; of a string, of its UTF-8. */
	readonly bytes: number;
}

/** 1-based position in a page; LF, CRLF and a lone CR each end a line, columns count UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Finds line and column of offsets; the index of lines is made at the first question. */
export interface LineIndex {
	position(offset: number): Position;
	line(offset: number): number;
	/** Offset of the first letter of a line. */
	start(line: number): number;
	/** The text of a line without its end. */
	text(line: number): string;
}

const startsOf = (value: string): number[] => [
	0,
	...Array.from(value.matchAll(/\r\n?|\n/g), (match) => match.index + match[0].length),
];

function startsBehindLf(value: string): number[] {
	const starts = [0];
	for (let end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', end + 1)) starts.push(end + 1);
	return starts;
}

export function indexLines(value: string): LineIndex {
	let starts: number[] | undefined;
	const lines = (): number[] => {
		if (starts === undefined) {
			starts = value.includes('\r') ? startsOf(value) : startsBehindLf(value);
		}
		return starts;
	};
	const position = (offset: number): Position => {
		const all = lines();
		const line = Math.max(
			1,
			countLeading(all, (start) => start <= offset),
		);
		return { line, column: offset - (all[line - 1] as number) + 1 };
	};
	return {
		position,
		line: (offset) => position(offset).line,
		start: (line) => lines()[line - 1] ?? 0,
		text: (line) => {
			const all = lines();
			const start = all[line - 1];
			if (start === undefined) return '';
			return value.slice(start, all[line] ?? value.length).replace(/[\r\n]+$/, '');
		},
	};
}
