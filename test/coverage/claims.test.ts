import { describe, expect, it } from 'vitest';
import { countLetters, mergePlaces } from '../../src/coverage/claims.ts';
import type { Run } from '../../src/page/block.ts';

const run = (text: string, start: number, end = start + text.length): Run => ({
	kind: 'text',
	text,
	start,
	end,
	strong: false,
	emphasis: false,
	raised: false,
	link: null,
});

const places = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

describe('mergePlaces', () => {
	it('orders, and joins what touches, overlaps or lies within', () => {
		expect(mergePlaces(places([30, 40], [5, 8], [0, 5], [31, 33], [38, 45]))).toEqual(places([0, 8], [30, 45]));
	});
});

describe('countLetters', () => {
	it('counts letters and digits, those in claims too', () => {
		const text = 'one, two 3!';
		expect(countLetters([run(text, 100)], [])).toEqual({ letters: 7, claimed: 0 });
		expect(countLetters([run(text, 100)], places([0, 50], [102, 107], [109, 300]))).toEqual({ letters: 7, claimed: 4 });
		expect(countLetters([run(text, 100)], places([0, 100], [111, 120]))).toEqual({ letters: 7, claimed: 0 });
	});

	it('counts a letter that the source writes as an entity once', () => {
		expect(countLetters([run('\u00e6', 10, 17)], places([10, 12], [13, 17]))).toEqual({ letters: 1, claimed: 1 });
	});

	it('counts runs one by one', () => {
		expect(countLetters([run('ab', 0), run('cd', 4)], places([1, 5]))).toEqual({ letters: 4, claimed: 2 });
	});
});
