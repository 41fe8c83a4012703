import { parseDocument } from 'yaml';
import { beyond, LIMITS } from '../limits.ts';
import type { Place } from '../text/place.ts';
import type { Valued } from './block.ts';
import { readPlainYaml } from './plain-yaml.ts';

const DELIMITER = /^[^\S\r\n]*0?---\.?[^\S\r\n]*$/;
const KEY = /^(?:TOCTitle|Title|title|description|author|mtps_version|_tocRel|ms[.:][A-Za-z.]+)[^\S\r\n]*:/;

export interface FrontMatter {
	/** By key as printed, values as strings. */
	readonly values: ReadonlyMap<string, Valued>;
	/** Offset at which the body begins. */
	readonly bodyStart: number;
	readonly problem: MatterProblem | null;
}

/** What is wrong with front matter that was not read, or read all the same. */
export interface MatterProblem {
	readonly rule: 'front-matter-unreadable' | 'front-matter-damaged' | 'limit-front-matter';
	readonly place: Place;
	readonly actual: string;
	readonly expected?: string;
}

const NONE = (bodyStart: number, problem: MatterProblem | null = null): FrontMatter => ({
	values: new Map(),
	bodyStart,
	problem,
});

/** Keys and values, all of them strings. What is no YAML is told to `onError`, and read as far as it goes. */
function readYaml(text: string, onError: (message: string) => void): readonly (readonly [string, unknown])[] {
	const plain = readPlainYaml(text);
	if (plain !== null) return [...plain];
	const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
	const [error] = document.errors;
	if (error !== undefined) onError(error.message);
	const data: unknown = document.toJS({ maxAliasCount: 0 });
	return typeof data === 'object' && data !== null ? Object.entries(data) : [];
}

/**
 * Reads the front matter of a markdown page in all the dialects that occur; never throws.
 * @param longest UTF-16 units within which it has to end
 */
export function parseFrontMatter(source: string, longest: number = LIMITS.frontMatter): FrontMatter {
	const head = findHead(linesWithin(source, longest));
	if (head === null) return NONE(0, source.length > longest ? tooLong(source, longest) : null);
	const raw = source.slice(head.start, head.end);
	const yaml = raw.replace(/\u00A0/g, ' ').replace(/\r\n?/g, '\n');
	let { problem } = head;
	const damaged = (actual: string) => {
		problem ??= { rule: 'front-matter-damaged', place: { start: head.start, end: head.end }, actual };
	};
	try {
		if (!/^(?:ya?ml)?$/i.test(head.language)) throw new Error(`front matter in ${head.language} is not read`);
		const values = new Map<string, Valued>();
		for (const [key, value] of readYaml(yaml, damaged)) {
			if (typeof value === 'string') values.set(key, locate(source, head.start, raw, key, value.trim()));
		}
		return { values, bodyStart: head.bodyStart, problem };
	} catch (error) {
		const actual = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not YAML';
		return NONE(head.bodyStart, {
			rule: 'front-matter-unreadable',
			place: { start: head.start, end: head.end },
			actual,
		});
	}
}

/** The whole lines among the first `longest` units. */
function linesWithin(source: string, longest: number): string {
	if (source.length <= longest) return source;
	const head = source.slice(0, longest);
	return head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1);
}

interface Head {
	readonly start: number;
	readonly end: number;
	readonly bodyStart: number;
	/** What stands after the opening delimiter. */
	readonly language: string;
	readonly problem: MatterProblem | null;
}

/** Finds the lines between the delimiters, shifted, doubled or damaged ones too. */
function findHead(beginning: string): Head | null {
	const lines = linesOf(beginning);
	let index = lines.findIndex((line) => line.text.trim() !== '');
	let opening = lines[index];
	if (opening === undefined) return null;
	const fence = /^\s*---([a-z]+)?\s*$/i.exec(opening.text);
	let problem: MatterProblem | null = null;
	if (fence?.[1] === undefined && !DELIMITER.test(opening.text)) {
		// the opening line overwritten: a key follows at once
		if (!KEY.test(lines[index + 1]?.text ?? '')) return null;
		const place = { start: opening.start, end: opening.start + opening.text.length };
		problem = { rule: 'front-matter-damaged', place, actual: opening.text.trim().slice(0, 80) };
	}
	while (
		DELIMITER.test(lines[index + 1]?.text ?? '') &&
		lines.slice(index + 2, index + 4).some((line) => KEY.test(line.text))
	) {
		index++;
		opening = lines[index] ?? opening;
	}
	const closing = lines.findIndex((line, at) => at > index && DELIMITER.test(line.text));
	const close = lines[closing];
	if (close === undefined || (problem !== null && closing > index + 30)) return null;
	const language = fence?.[1] ?? '';
	return { start: opening.next, end: close.start, bodyStart: close.next, language, problem };
}

const ANY_KEY = /^[A-Za-z_][\w.:-]*:/;
const CLOSING = /(?<=[\r\n])[^\S\r\n]*---[^\S\r\n]*(?:\r\n?|\n|$)/g;

/** Front matter that ends behind the limit: where it would end. What has no end at all is text. */
function tooLong(source: string, longest: number): MatterProblem | null {
	const [opening, first] = linesOf(source.slice(0, longest)).filter((line) => line.text.trim() !== '');
	if (opening === undefined || first === undefined) return null;
	if (!DELIMITER.test(opening.text) || !ANY_KEY.test(first.text)) return null;
	CLOSING.lastIndex = first.next - 1;
	const closing = CLOSING.exec(source);
	if (closing === null) return null;
	const end = closing.index + closing[0].length;
	return { rule: 'limit-front-matter', place: { start: opening.start, end }, ...beyond(end, longest) };
}

interface Line {
	readonly text: string;
	readonly start: number;
	readonly next: number;
}

function linesOf(head: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (const match of head.matchAll(/\r\n?|\n/g)) {
		lines.push({ text: head.slice(start, match.index), start, next: match.index + match[0].length });
		start = match.index + match[0].length;
	}
	lines.push({ text: head.slice(start), start, next: head.length });
	return lines;
}

function locate(source: string, start: number, raw: string, key: string, value: string): Valued {
	const line = raw.search(new RegExp(`^${key.replace(/[.:]/g, '[.:]')}[^\\S\\r\\n]*:`, 'm'));
	const from = start + Math.max(line, 0);
	const at = source.indexOf(value, from + key.length);
	return at < 0 || at > start + raw.length
		? { value, start: from, end: from + key.length }
		: { value, start: at, end: at + value.length };
}
