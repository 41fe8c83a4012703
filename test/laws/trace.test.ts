import { describe, expect, test } from 'vitest';
import type { Advisory } from '../../src/advisory/schema.ts';
import { parseAdvisory } from '../../src/index-portable.ts';
import type { TraceEntry } from '../../src/options.ts';
import { decode } from '../../src/text/decode.ts';
import { corpusDocuments, readCorpus } from '../corpus/pages.ts';

/** Letters and digits alone: what is left of a printed text without markup, escapes, blanks and signs. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

const LETTERS: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/** The source as a reader sees it, near enough: tags and targets of links gone, entities resolved. */
function withoutMarkup(source: string): string {
	const plain = source.replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, ' ').replace(/\]\((?:[^()]|\([^()]*\))*\)/g, ']');
	return resolved(plain);
}

/** Entities as letters, those of entities too. */
function resolved(text: string): string {
	const letter = (entity: string, name: string): string => {
		if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace(/^#/, '')));
		return LETTERS[name] ?? entity;
	};
	let before = '';
	let now = text;
	while (now !== before) {
		before = now;
		now = now.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, letter);
	}
	return now;
}

/** The value at a JSON pointer. */
const valueAt = (root: unknown, pointer: string): unknown =>
	pointer
		.split('/')
		.slice(1)
		.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);

/** Values that the page prints in other letters: dates by their numbers, ids and tags in one spelling. */
const RESPELLED =
	/^\/(?:id|published|updated|version|kind|severity|impacts|restart)$|\/(?:date|version|id|cve|kind|kb|severity)$/;

interface Traced {
	readonly pointer: string;
	readonly value: unknown;
	readonly entry: TraceEntry;
	readonly printed: string;
}

function traced(path: string): { entries: Traced[]; advisory: Advisory; source: string } {
	const bytes = readCorpus(path);
	const decoded = decode(bytes);
	const { advisory, trace } = parseAdvisory(bytes, { path, trace: true });
	if (advisory === null || trace === undefined || 'reject' in decoded) throw new Error(`${path} has no record`);
	const source = decoded.text.value;
	const entries = Object.entries(trace).map(([pointer, entry]) => ({
		pointer,
		value: valueAt(advisory, pointer),
		entry,
		printed: source.slice(entry.start, entry.end),
	}));
	return { entries, advisory, source };
}

/** Whether the stretch of the source holds the value as it is printed, or as numbers. */
function holds({ pointer, value, printed }: Traced): boolean {
	if (typeof value !== 'string') return true;
	if (pointer.endsWith('/url'))
		return resolved(printed)
			.replace(/\\(?=\p{P})/gu, '')
			.includes(value);
	const shown = letters(withoutMarkup(printed));
	if (shown.includes(letters(value))) return true;
	if (/\/date$|^\/(?:published|updated)$/.test(pointer)) return holdsDate(printed, value);
	return RESPELLED.test(pointer) ? holdsId(printed, value) : false;
}

/** Day and year as numbers; the month may be a word. */
function holdsDate(printed: string, iso: string): boolean {
	const [year = '', , day = ''] = iso.split('-');
	const numbers = (printed.normalize('NFKC').match(/\d+/g) ?? []).map(Number);
	return numbers.includes(Number(day)) && [Number(year), Number(year.slice(2))].some((one) => numbers.includes(one));
}

/** An id by its digits: `CAN-` ids and dashes of all kinds are printed for one. */
const holdsId = (printed: string, id: string): boolean =>
	printed.replace(/\D/g, '').includes(id.replace(/\D/g, '')) && /\d/.test(id);

/** 1-based line of an offset. */
const lineAt = (source: string, offset: number): number => source.slice(0, offset).split(/\r\n|\r|\n/).length;

describe.each(corpusDocuments().flatMap(({ pages }) => pages.map(({ path }) => path)))('%s', (path) => {
	const { entries, advisory, source } = traced(path);

	test('much is traced', () => {
		const pointers = entries.map(({ pointer }) => pointer);
		expect(pointers).toEqual(expect.arrayContaining(['/id', '/title', '/sections/0/kind']));
		expect(pointers.filter((pointer) => SINGLE.test(pointer)).length).toBeGreaterThan(15);
		expect(new Set(pointers).size).toBe(entries.length);
	});

	test('every printed value stands where its trace leads', () => {
		const wrong = entries.filter((entry) => SINGLE.test(entry.pointer) && !holds(entry));
		expect(wrong.map(({ pointer, value, printed }) => ({ pointer, value, printed: printed.slice(0, 160) }))).toEqual(
			[],
		);
	});

	test('lines and columns are those of the places', () => {
		for (const { entry } of entries) {
			expect(entry.line).toBe(lineAt(source, entry.start));
			expect(source.slice(0, entry.start).length - entry.column + 1).toBe(
				Math.max(...['\n', '\r'].map((end) => source.lastIndexOf(end, entry.start - 1))) + 1,
			);
			expect(entry.start).toBeLessThanOrEqual(entry.end);
			expect(entry.end).toBeLessThanOrEqual(source.length);
		}
	});

	test('an item stands on the line of its first traced value', () => {
		const wrong = entries.filter(({ pointer, entry }) => {
			const [, owner = '', key = ''] = /^(.+)\/([^/]+)$/.exec(pointer) ?? [];
			const line = (valueAt(advisory, owner) as { line?: number }).line;
			return FIRST_VALUE.some((first) => first.test(`${owner}/${key}`)) && line !== entry.line;
		});
		expect(wrong.map(({ pointer, entry }) => `${pointer} on ${entry.line}`)).toEqual([]);
	});
});

/** Values that stand in one place: texts of several blocks and the kinds of sections do not. */
const SINGLE =
	/^\/(?:id|title|headline|published|updated|version)$|^\/source\/|\/(?:question|version|date|id|url|title|product|cve)$|^\/links\/\d+\/text$/;

/** The value whose first letter gives an item its line. */
const FIRST_VALUE = [
	/^\/(?:kb|cves|bulletins)\/\d+\/id$/,
	/^\/faq\/\d+\/question$/,
	/^\/(?:mitigations|workarounds|acknowledgments)\/\d+\/text$/,
	/^\/links\/\d+\/text$/,
	/^\/(?:affectedSoftware|notAffectedSoftware)\/\d+\/product$/,
	/^\/sections(?:\/\d+\/children|\/\d+)*\/\d+\/title$/,
];
