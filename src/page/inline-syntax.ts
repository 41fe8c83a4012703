export interface InlineSyntax {
	/** Whether stars, brackets, backslashes and backticks are markup. */
	readonly markdown: boolean;
	/** A cell of an HTML table on a markdown page: fewer signs are escaped there. */
	readonly cell?: boolean;
	/** Depth of quotes around the slice: so many `>` at the start of a line are no text. */
	readonly quote?: number;
}

/** The letters at which something other than plain text may begin. */
export const SPECIAL = { markdown: /[\\`*_[\]!<&\r\n]/g, html: /[<&\r\n]/g } as const;

/**
 * Signs that a backslash makes literal. In cells, where no engine reads markdown, converters escaped only their own
 * signs; before others the backslash belongs to a path: `%Windir%\\$NtUninstall…`.
 */
export const escapes = (sign: string, { cell }: InlineSyntax): boolean =>
	cell ? /[!#(-+\-<>[-`{-~]/.test(sign) : /[!-/:-@[-`{-~]/.test(sign);

interface LineEnd {
	readonly end: number;
	readonly hard: boolean;
}

/** Reads a line end and the indent (and quote marks) of the line after it; several of them as one. */
export function readLineEnd(source: string, at: number, limit: number, syntax: InlineSyntax): LineEnd {
	let hard = syntax.markdown && source[at - 1] === ' ' && source[at - 2] === ' ';
	let end = at;
	let lines = 0;
	while (end < limit && (source[end] === '\n' || source[end] === '\r')) {
		end += source[end] === '\r' && source[end + 1] === '\n' ? 2 : 1;
		lines++;
		end = skipIndent(source, end, limit, syntax.quote ?? 0);
	}
	if (lines > 1 && syntax.markdown) hard = true;
	return { end: Math.min(end, limit), hard };
}

function skipIndent(source: string, from: number, limit: number, quote: number): number {
	let at = from;
	let marks = quote;
	for (; at < limit; at++) {
		const letter = source[at];
		if (letter === '>' && marks > 0) marks--;
		else if (letter !== ' ' && letter !== '\t') break;
	}
	return at;
}

interface CodeSpan {
	readonly start: number;
	readonly stop: number;
	/** Length of the closing backticks and the blank before them. */
	readonly skip: number;
}

export function readCodeSpan(source: string, at: number, limit: number): CodeSpan | null {
	let open = at;
	while (open < limit && source[open] === '`') open++;
	const ticks = source.slice(at, open);
	let close = source.indexOf(ticks, open);
	while (close >= 0 && close + ticks.length <= limit) {
		let after = close + ticks.length;
		if (source[after] !== '`') {
			const padded = source[open] === ' ' && source[close - 1] === ' ' && source.slice(open, close).trim() !== '';
			const start = padded ? open + 1 : open;
			const stop = padded ? close - 1 : close;
			return { start, stop, skip: after - stop };
		}
		while (source[after] === '`') after++;
		close = source.indexOf(ticks, after);
	}
	return null;
}

const SPACE = /[\s\u00A0]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

const BREAK_ELEMENT = /<br\s*\/?>/iy;

/** CommonMark's flanking rule for a run of `*` or `_`; a line that an element ends ends here too. */
export function flanking(
	source: string,
	start: number,
	end: number,
	limit: number,
): { canOpen: boolean; canClose: boolean } {
	const before = start === 0 ? ' ' : letterBefore(source, start);
	const after = end >= limit || endsLine(source, end) ? ' ' : String.fromCodePoint(source.codePointAt(end) ?? 32);
	const spaceBefore = SPACE.test(before);
	const spaceAfter = SPACE.test(after);
	const markBefore = PUNCTUATION.test(before);
	const markAfter = PUNCTUATION.test(after);
	const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
	const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
	if (source[start] === '*') return { canOpen: left, canClose: right };
	return { canOpen: left && (!right || markBefore), canClose: right && (!left || markAfter) };
}

function letterBefore(source: string, at: number): string {
	const unit = source.charCodeAt(at - 1);
	const pair = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
	return pair ? source.slice(at - 2, at) : (source[at - 1] as string);
}

function endsLine(source: string, at: number): boolean {
	BREAK_ELEMENT.lastIndex = at;
	return BREAK_ELEMENT.test(source);
}
