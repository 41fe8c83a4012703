import { expect, test } from 'vitest';
import { SOURCE_FILES } from './source-files.ts';

/** Longest file, in lines. */
const LONGEST = 300;

/** Comments as the formatter leaves them: after white space, and never inside a literal of this code. */
const COMMENTS = /(?<=^|\s)\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

test('the code has no letter outside ASCII but in comments', () => {
	const found = SOURCE_FILES.flatMap(({ path, text }) =>
		text
			.replace(COMMENTS, blank)
			.split('\n')
			.flatMap((line, index) =>
				/(?![\0-\x7F])[\p{L}\p{M}]/u.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
			),
	);
	expect(found).toEqual([]);
});

test(`no file has more than ${LONGEST} lines`, () => {
	const long = SOURCE_FILES.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
	expect(long.filter(({ lines }) => lines > LONGEST)).toEqual([]);
});
