import type { Place } from '../text/place.ts';
import type { Run } from './block.ts';

const NOTHING = /[\p{Cf}\p{Cc}]/gu;
const BLANKS = /[\p{Zs}\t]+/gu;
const CLEAN =
	/^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u0400-\u052F\u2010-\u2027\u3001-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E]*$/;
const CJK =
	/[\u2E80-\u303F\u3040-\u30FF\u3130-\u318F\u31A0-\u9FFF\uA000-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/;

/** Whether a reader of the page would see any letter of these runs. */
export function hasText(runs: readonly Run[]): boolean {
	return runs.some((run) => run.kind !== 'break' && run.kind !== 'soft' && printed(run.text));
}

/** Whether a text has anything but white space, format and control characters. */
export const printed = (text: string): boolean => /[^\s\p{Cf}\p{Cc}\p{Z}]/u.test(text);

/**
 * The plain text of runs as records hold it: NFC, no format and control characters, blanks folded (not inside code),
 * a hard break as a line end, a soft one as a blank (as nothing between two CJK letters), trimmed.
 */
export function textOf(runs: readonly Run[]): string {
	return trimBlanks(joinRuns(runs));
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
	let text = '';
	let soft = false;
	for (const run of runs) {
		if (run.kind === 'soft') {
			soft = true;
			continue;
		}
		if (run.kind === 'break') {
			text = `${trimEnd(text)}\n`;
			soft = false;
			continue;
		}
		const piece = run.kind === 'code' ? plainCode(run.text) : fold(run.text);
		if (piece === '') continue;
		text = soft ? joinSoft(text, piece) : text + dropDouble(text, piece, run.kind);
		soft = false;
	}
	return text.normalize('NFC');
}

function trimEnd(text: string): string {
	let end = text.length;
	while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x09)) end--;
	return end === text.length ? text : text.slice(0, end);
}

/** The plain text of one stretch of letters. */
function fold(text: string): string {
	if (CLEAN.test(text) && !text.includes('  ')) return text;
	return text
		.replace(/[\r\n\u2028\u2029]+/g, ' ')
		.replace(BLANKS, ' ')
		.replace(NOTHING, '')
		.replace(/ {2,}/g, ' ');
}

/** Code keeps its runs of blanks, each as a plain one. */
const plainCode = (text: string): string => text.replace(/\p{Zs}/gu, ' ').replace(NOTHING, keepTab);

const keepTab = (letter: string): string => (letter === '\t' || letter === '\n' ? letter : '');

function joinSoft(before: string, after: string): string {
	const left = trimEnd(before);
	const right = after.startsWith(' ') ? after.slice(1) : after;
	if (left === '' || right === '' || left.endsWith('\n')) return left + right;
	return CJK.test(left.at(-1) as string) && CJK.test(right[0] as string) ? left + right : `${left} ${right}`;
}

function dropDouble(before: string, after: string, kind: Run['kind']): string {
	if (kind === 'code' || !after.startsWith(' ')) return after;
	return before === '' || before.endsWith(' ') || before.endsWith('\n') ? after.replace(/^ +/, '') : after;
}

/** The place of the printed letters of runs: from the first one's start to the last one's end; `null` where none is. */
export function placeOf(runs: readonly Run[]): Place | null {
	let start: number | null = null;
	let end = 0;
	for (const run of runs) {
		if (run.kind === 'break' || run.kind === 'soft' || !printed(run.text)) continue;
		const exact = run.text.length === run.end - run.start;
		if (start === null) start = run.start + (exact ? run.text.search(/[^\s\p{Cf}\p{Cc}\p{Z}]/u) : 0);
		end = run.end - (exact ? run.text.length - run.text.replace(/[\s\p{Cf}\p{Cc}\p{Z}]+$/u, '').length : 0);
	}
	return start === null ? null : { start, end };
}
