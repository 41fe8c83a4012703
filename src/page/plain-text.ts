import type { Place } from '../text/place.ts';
import type { Run } from './block.ts';

const NOTHING = /[\p{Cf}\p{Cc}]/gu;
/** Zs, tabs and line ends: what is one blank in a text. */
const BLANKS = /[\t\n\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
/** Format and control characters that are no blanks either. */
const UNSEEN = /\p{Cf}|(?![\t\n\r])\p{Cc}/gu;
/** What is not, as far as that can be told at a glance, the same in NFC and without anything to fold. */
const UNCLEAN =
	/[^\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u3001-\u3029\u3030-\u3098\u309B-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E]| {2}/;

const isClean = (text: string): boolean => !UNCLEAN.test(text);
const CJK =
	/[\u2E80-\u303F\u3040-\u30FF\u3130-\u318F\u31A0-\u9FFF\uA000-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/;

/** Whether a reader of the page would see any letter of these runs. */
export function hasText(runs: readonly Run[]): boolean {
	return runs.some((run) => run.kind !== 'break' && run.kind !== 'soft' && printed(run.text));
}

export function hasLink(runs: readonly Run[]): boolean {
	for (const run of runs) if (run.link !== null) return true;
	return false;
}

/** Whether a text has anything but white space, format and control characters. */
export const printed = (text: string): boolean => PLAIN_LETTER.test(text) || PRINTED.test(text);

const PLAIN_LETTER = /[!-~]/;
const PRINTED = /[^\s\p{Cf}\p{Cc}\p{Z}]/u;

/**
 * The plain text of runs as records hold it: NFC, no format and control characters, blanks folded (not inside code),
 * a hard break as a line end, a soft one as a blank (as nothing between two CJK letters), trimmed.
 */
export function textOf(runs: readonly Run[]): string {
	const [only] = runs;
	if (only === undefined) return '';
	if (runs.length === 1 && only.kind === 'text' && isClean(only.text)) return trimBlanks(only.text);
	return trimBlanks(joinRuns(runs));
}

/** As `textOf`, on one line. */
export function lineOf(runs: readonly Run[]): string {
	const text = textOf(runs);
	return text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
}

/** Without blanks and line ends around it. */
export function trimBlanks(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return start === 0 && end === text.length ? text : text.slice(start, end);
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09;

/** The lines of a code block as they stand, without the empty ones around them. */
export const codeOf = (runs: readonly Run[]): string =>
	runs
		.map((run) => (run.kind === 'break' ? '\n' : plainCode(run.text)))
		.join('')
		.normalize('NFC')
		.replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');

function joinRuns(runs: readonly Run[]): string {
	// none is empty: the last letter of all is that of the last one
	const pieces: string[] = [];
	let soft = false;
	let clean = true;
	for (const run of runs) {
		if (run.kind === 'soft') {
			soft = true;
			continue;
		}
		if (run.kind === 'break') {
			trimLast(pieces);
			pieces.push('\n');
			soft = false;
			continue;
		}
		let piece = run.text;
		if (!isClean(piece)) {
			clean = false;
			piece = run.kind === 'code' ? plainCode(piece) : fold(piece);
		}
		if (piece === '') continue;
		if (soft) joinSoft(pieces, piece);
		else add(pieces, dropDouble(pieces, piece, run.kind));
		soft = false;
	}
	const text = pieces.join('');
	return clean ? text : text.normalize('NFC');
}

function add(pieces: string[], piece: string): void {
	if (piece !== '') pieces.push(piece);
}

/** Takes the blanks off the end. */
function trimLast(pieces: string[]): void {
	for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
		const text = trimEnd(last);
		if (text === '') continue;
		pieces.push(text);
		return;
	}
}

function trimEnd(text: string): string {
	let end = text.length;
	while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x09)) end--;
	return end === text.length ? text : text.slice(0, end);
}

/** The plain text of one stretch of letters. */
function fold(text: string): string {
	return text.replace(UNSEEN, '').replace(BLANKS, ' ');
}

/** Code keeps its runs of blanks, each as a plain one. */
const plainCode = (text: string): string => text.replace(/\p{Zs}/gu, ' ').replace(NOTHING, keepTab);

const keepTab = (letter: string): string => (letter === '\t' || letter === '\n' ? letter : '');

function joinSoft(pieces: string[], after: string): void {
	trimLast(pieces);
	const left = pieces.at(-1)?.at(-1) ?? '\n';
	const right = after.startsWith(' ') ? after.slice(1) : after;
	const isJoined = right === '' || left === '\n' || (CJK.test(left) && CJK.test(right[0] as string));
	if (!isJoined) pieces.push(' ');
	add(pieces, right);
}

function dropDouble(before: readonly string[], after: string, kind: Run['kind']): string {
	if (kind === 'code' || !after.startsWith(' ')) return after;
	const last = before.at(-1)?.at(-1) ?? '\n';
	return last === ' ' || last === '\n' ? after.replace(/^ +/, '') : after;
}

/** The place of the printed letters of runs: from the first one's start to the last one's end; `null` where none is. */
export function placeOf(runs: readonly Run[]): Place | null {
	let start: number | null = null;
	let end = 0;
	for (const run of runs) {
		if (run.kind === 'break' || run.kind === 'soft' || !printed(run.text)) continue;
		const exact = run.text.length === run.end - run.start;
		if (start === null) start = run.start + (exact ? run.text.search(PRINTED) : 0);
		end = run.end - (exact ? run.text.length - printedEnd(run.text) : 0);
	}
	return start === null ? null : { start, end };
}

/** Where the last printed letter ends. */
function printedEnd(text: string): number {
	const last = text.charCodeAt(text.length - 1);
	return last > 0x20 && last < 0x7f ? text.length : text.replace(/[\s\p{Cf}\p{Cc}\p{Z}]+$/u, '').length;
}
