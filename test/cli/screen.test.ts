import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { formatBytes, formatDuration } from '../../src/cli/quantity.ts';
import { cutToWidth, displayWidth, padToWidth } from '../../src/cli/screen/display-width.ts';
import { layTable } from '../../src/cli/screen/table.ts';
import { wrap, wrapText } from '../../src/cli/screen/wrap.ts';
import { startTally } from '../../src/cli/tally.ts';

describe('width', () => {
	it.each([
		['abc', 3],
		['\u00e9\u0159\u0416', 3],
		['e\u0301', 1],
		['\u5b89\u5168', 4],
		['\u30a2\uff71', 3],
		['\ud55c', 2],
		['\uff21\u3000', 4],
		['\u{20000}', 2],
		['a\u200bb\u00ad', 2],
		['', 0],
	])('of %j is %i', (text, width) => {
		expect(displayWidth(text)).toBe(width);
	});

	it('is what texts are cut and padded to', () => {
		expect(cutToWidth('\u5b89\u5168\u6027\u6458\u8981', 8)).toBe('\u5b89\u5168...');
		expect(cutToWidth('\u5b89\u5168\u6027\u6458', 8)).toBe('\u5b89\u5168\u6027\u6458');
		expect(padToWidth('\u5b89', 4)).toBe('\u5b89  ');
		expect(padToWidth('1', 3, 'right')).toBe('  1');
	});
});

describe('wrap', () => {
	it('breaks between words and between wide letters, never more than fits', () => {
		expect(wrap('one two  three\nfour', 9)).toEqual(['one two', 'three', 'four']);
		expect(wrap('KB \u5b89\u5168\u6027\u6458\u8981 954474', 8)).toEqual([
			'KB \u5b89\u5168',
			'\u6027\u6458\u8981',
			'954474',
		]);
		expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
		expect(wrap('', 4)).toEqual([]);
	});

	it('keeps the lines of a text apart, without control characters', () => {
		expect(wrapText('a b\n\n- c\u001b[1m', 20)).toEqual(['a b', '- c [1m']);
	});

	it('loses no letter', () => {
		const text = 'Microsoft \u5b89\u5168\u6027\u6458\u8981\u5831\u544a (954474) e\u0301\u0159 \u{20000}x'.repeat(3);
		for (let width = 2; width < 60; width += 1) {
			const lines = wrap(text, width);
			expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
		}
	});
});

describe('layTable', () => {
	it('lets the widest column give way', () => {
		const text = layTable([['12', 'x'.repeat(100), 'end']], { width: 40, align: ['right'] });
		expect(text).toBe(`12  ${'x'.repeat(28)}...  end\n`);
	});

	it('shares the room fairly', () => {
		const widths = layTable([['a'.repeat(90), 'b'.repeat(60), 'c']], { width: 45 }).split(/ {2}|\n/);
		expect(widths.map((cell) => cell.length)).toEqual([20, 20, 1, 0]);
	});

	it('goes on below in a column that wraps', () => {
		const table = layTable(
			[
				['a', 'one two three'],
				['b', 'c'],
			],
			{ width: 10, align: ['left', 'wrap'] },
		);
		expect(table).toBe('a  one two\n   three\nb  c\n');
	});
});

describe('progressLine', () => {
	it('has share, rate, rejects and time left', () => {
		const tally = { ...startTally(), files: 50, bytes: 5_000_000, rejects: 2 };
		expect(progressLine(tally, 200, 1000)).toBe('[=====>              ] 50/200 pages, 5.0 MB/s, 2 rejects, 3.0 s left');
	});

	it('survives an archive without pages and one that grew', () => {
		expect(progressLine(startTally(), 0, 0)).toBe(`[${'='.repeat(20)}] 0/0 pages, 0 rejects`);
		expect(progressLine({ ...startTally(), files: 9 }, 8, 0)).toContain(`[${'='.repeat(20)}] 9/8`);
	});
});

describe('quantities', () => {
	it.each([
		[0, '0.0 s'],
		[59_949, '59.9 s'],
		[59_950, '1:00'],
		[3_723_000, '1:02:03'],
	])('%i ms', (milliseconds, text) => {
		expect(formatDuration(milliseconds)).toBe(text);
	});

	it('of bytes', () => {
		expect([formatBytes(120), formatBytes(999_999), formatBytes(1_370_000_000)]).toEqual([
			'0.1 kB',
			'1000.0 kB',
			'1370.0 MB',
		]);
	});
});
