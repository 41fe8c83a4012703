import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/record-diff/compare-records.ts';
import { addChange, type ChangeTally, fieldChanges } from '../../src/record-diff/field-changes.ts';
import { shortenBoth } from '../../src/record-diff/shorten.ts';

const compare = (old: object, next: object, ...ignored: string[]) =>
	changesBetween(old as Record<string, unknown>, next as Record<string, unknown>, new Set(ignored)).map(
		({ pointer, pattern }) => [pointer, pattern],
	);

describe('changesBetween', () => {
	it.each([
		['equal', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
		['order of keys', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, []],
		['a value', { a: 1 }, { a: 2 }, [['/a', '/a']]],
		['first of two', { a: [{ x: 1, y: 1 }] }, { a: [{ x: 2, y: 2 }] }, [['/a/0/x', '/a/*/x']]],
		['an item more', { a: [1] }, { a: [1, 2] }, [['/a/1', '/a/*']]],
		['an item less', { a: [1, 2] }, { a: [1] }, [['/a/1', '/a/*']]],
		['list and object', { a: [] }, { a: {} }, [['/a', '/a']]],
		['null and empty', { a: null }, { a: [] }, [['/a', '/a']]],
		['a new key', {}, { 'a/b~': 1 }, [['/a~1b~0', '/a~1b~0']]],
		['a key that is gone', { a: { b: 1 } }, { a: {} }, [['/a/b', '/a/b']]],
		[
			'two fields',
			{ a: 1, b: 1, c: 1 },
			{ a: 2, b: 1, c: 2 },
			[
				['/a', '/a'],
				['/c', '/c'],
			],
		],
	])('%s', (_, old, next, expected) => {
		expect(compare(old, next)).toEqual(expected);
	});

	it('goes on behind what is ignored', () => {
		const old = { a: [{ line: 1, x: 1 }], b: { c: 1 } };
		const next = { a: [{ line: 2, x: 2 }], b: { c: 2 } };
		expect(compare(old, next, '/a/*/line', '/b')).toEqual([['/a/0/x', '/a/*/x']]);
	});

	it('does not recurse', () => {
		const deep = (end: number) => {
			let value: object = { end };
			for (let depth = 0; depth < 20_000; depth += 1) value = { children: [value] };
			return value;
		};
		expect(compare(deep(1), deep(1))).toEqual([]);
		expect(compare(deep(1), deep(2))[0]?.[0]).toMatch(/\/children\/0\/end$/);
	});
});

describe('shortenBoth', () => {
	it('leaves short values as they are, and shows objects as JSON', () => {
		expect(shortenBoth('a', null, 10)).toEqual(['a', null]);
		expect(shortenBoth({ a: 1 }, undefined, 10)).toEqual(['{"a":1}', undefined]);
	});

	it('cuts long texts to the stretch around their first difference', () => {
		const same = 'x'.repeat(500);
		const [one, other] = shortenBoth(`${same}A${same}`, `${same}B${same}`, 40);
		expect(one).toBe(`...${'x'.repeat(20)}A${'x'.repeat(19)}...`);
		expect(other).toBe(`...${'x'.repeat(20)}B${'x'.repeat(19)}...`);
	});

	it('tears no letter of two units', () => {
		for (const lead of ['', 'x']) {
			const [one] = shortenBoth(lead + '\u{20000}'.repeat(100), `${lead + '\u{20000}'.repeat(80)}B`, 41);
			expect(one).not.toMatch(/\p{Cs}/u);
		}
	});
});

describe('fieldChanges', () => {
	it('counts records by pattern, and gives examples of different patterns first', () => {
		const tally: ChangeTally = new Map();
		const add = (pattern: string, record: string) =>
			addChange(tally, record, { field: 'f', pointer: pattern, pattern, old: 1, new: undefined });
		for (const record of ['a', 'b', 'c', 'd']) add('/f/*', record);
		add('/f/*/x', 'e');
		expect(fieldChanges(tally)).toEqual([
			{
				field: 'f',
				records: 5,
				patterns: [
					{ pattern: '/f/*', records: 4 },
					{ pattern: '/f/*/x', records: 1 },
				],
				examples: [
					{ record: 'a', pointer: '/f/*', old: 1 },
					{ record: 'e', pointer: '/f/*/x', old: 1 },
					{ record: 'b', pointer: '/f/*', old: 1 },
				],
			},
		]);
	});
});
