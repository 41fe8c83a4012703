import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, join } from '../../src/search/pieces.ts';
import { questionOf } from './invented-records.ts';

const pieces = (text: string): string[] => cutText(text, []).pieces.map((piece) => piece.text);

test('a text is cut into paragraphs, items and rows', () => {
	expect(pieces('One.\n\n- two\n- three\n\na | b\nc | d')).toEqual(['One.', '- two', '- three', 'a | b', 'c | d']);
	expect(pieces('')).toEqual([]);
});

test('put together again, pieces are the text', () => {
	const words = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\n\n', '- ', ' | ', '?'), { maxLength: 20 });
	fc.assert(
		fc.property(words, words, words, (before, question, answer) => {
			const [asked, told] = [`Q${question.join('')}Q`, `A${answer.join('')}A`];
			for (const gap of ['\n\n', '\n', ' ', '']) {
				const text = [...before, asked, gap, told, ...before].join('');
				const cut = cutText(text, [questionOf(asked, told, [0], 1)]);
				expect(join(cut.pieces)).toBe(text);
				const [stretch] = cut.stretches;
				expect(join(cut.pieces.slice(stretch?.first, stretch?.middle))).toBe(asked);
				expect(join(cut.pieces.slice(stretch?.middle, stretch?.last))).toBe(told);
			}
		}),
	);
});

test('questions are found in their order, the same words twice too', () => {
	const text = 'Why? Because. Why? No.';
	const { stretches } = cutText(text, [
		questionOf('Why?', 'Because.', [0], 1),
		questionOf('Why?', 'No.', [0], 1),
		questionOf('Who?', 'Nobody.', [0], 1),
	]);
	expect(stretches).toEqual([{ first: 0, middle: 1, last: 2 }, { first: 2, middle: 3, last: 4 }, null]);
});
