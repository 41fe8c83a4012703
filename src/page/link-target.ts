import { decodeEntities } from './entity.ts';

export interface Destination {
	readonly url: string;
	readonly end: number;
}

const ANGLED = /\(\s*<([^<>\r\n]*)>/y;
const TITLE = /\s+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))\s*\)/y;
const CLOSE = /\s*\)/y;
/** An address with blanks in it, which CommonMark takes for no link though it was written as one. */
const BROKEN = /\(\s*(https?:\/\/[^()\r\n]*)\)/y;

/** Reads `(url "title")` at `at`, the way CommonMark does; an `http` address may have blanks in it too. */
export function readDestination(source: string, at: number, limit: number): Destination | null {
	const angled = matchAt(ANGLED, source, at);
	if (angled !== null) return close(source, angled.end, limit, angled.groups[1] as string);
	let from = at + 1;
	while (from < limit && /\s/.test(source[from] as string)) from++;
	const to = endOfDestination(source, from, limit);
	const plain = close(source, to, limit, source.slice(from, to));
	if (plain !== null) return plain;
	const broken = matchAt(BROKEN, source, at);
	return broken === null || broken.end > limit ? null : { url: resolve(broken.groups[1] as string), end: broken.end };
}

function endOfDestination(source: string, from: number, limit: number): number {
	let depth = 0;
	let at = from;
	for (; at < limit; at++) {
		const letter = source[at] as string;
		if (letter === '\\') at++;
		else if (letter === '(') depth++;
		else if (letter === ')' && depth-- === 0) break;
		else if (letter <= ' ') break;
	}
	return Math.min(at, limit);
}

function close(source: string, at: number, limit: number, raw: string): Destination | null {
	const end = matchAt(CLOSE, source, at) ?? matchAt(TITLE, source, at);
	return end === null || end.end > limit ? null : { url: resolve(raw), end: end.end };
}

function matchAt(pattern: RegExp, source: string, at: number): { end: number; groups: RegExpExecArray } | null {
	pattern.lastIndex = at;
	const groups = pattern.exec(source);
	return groups === null ? null : { end: pattern.lastIndex, groups };
}

const resolve = (raw: string): string => decodeEntities(raw.replace(/\\([!-/:-@[-`{-~])/g, '$1')).trim();
