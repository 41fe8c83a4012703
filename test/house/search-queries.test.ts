import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

const linesOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').split(/\r?\n/);
const ROWS = linesOf('test/search/queries.tsv')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.slice(1)
	.map((line) => line.split('\t'));
const WRITTEN = linesOf('docs/search-queries.md');
const escaped = (text: string): string => text.replaceAll('*', '\\*');

test('there are sixty queries and more, three and more a language', () => {
	const counts = new Map<string, number>();
	for (const [language = ''] of ROWS) counts.set(language, (counts.get(language) ?? 0) + 1);
	counts.delete('*');
	expect(ROWS.length).toBeGreaterThanOrEqual(60);
	expect(counts.size).toBe(18);
	expect([...counts].filter(([, count]) => count < 3)).toEqual([]);
});

test('docs/search-queries.md has the answer to each', () => {
	const answers = WRITTEN.filter((line) => line.startsWith('| ')).slice(2);
	const wanted = ROWS.map(([language = '', query = '']) => `| ${escaped(language)} | ${escaped(query)} |`);
	expect(
		answers.map((line) => line.split(' | ').slice(0, 2).join(' | ').concat(' |')),
		'run npm run search:queries -- --write',
	).toEqual(wanted);
	for (const [index, [, , documents = '']] of ROWS.entries()) {
		for (const id of documents.split(' ')) expect(answers[index]).toContain(`${id} (`);
	}
});

test('of the documents that have to be found, 95 of a hundred are among the first ten', () => {
	const [, recall = '0'] = /recall@10 ([\d.]+)/.exec(WRITTEN.join('\n')) ?? [];
	expect(Number(recall)).toBeGreaterThanOrEqual(0.95);
});
