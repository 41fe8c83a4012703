import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { openToRead } from '../../src/search/driver.ts';
import { FACTS } from '../../src/search/fact-tables.ts';
import { FULL_TEXT, SCHEMA_VERSION, WEIGHTS } from '../../src/search/schema.ts';
import { STORED, VIEWS } from '../../src/search/stored-tables.ts';
import { ROOT } from './source-files.ts';

const script = new URL('../../scripts/write-search-schema.js', import.meta.url).href;
const { searchSchemaPage } = (await import(/* @vite-ignore */ script)) as {
	searchSchemaPage: (parts: object) => string;
};
const WRITTEN = readFileSync(join(ROOT, 'docs/search-schema.md'), 'utf8').replaceAll('\r\n', '\n');
const EXAMPLES = [...WRITTEN.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(([, sql = '']) => sql);

const folder = mkdtempSync(join(tmpdir(), 'technet-advisory-'));
const path = join(folder, 'corpus.db');
await buildIndex(path, join(ROOT, 'corpus'));
const database = openToRead(path);
afterAll(() => {
	database.close();
	rmSync(folder, { recursive: true, force: true });
});

test('docs/search-schema.md is that of the tables', () => {
	const parts = { facts: FACTS, views: VIEWS, stored: STORED, version: SCHEMA_VERSION, weights: WEIGHTS };
	expect(WRITTEN, 'run npm run docs').toBe(searchSchemaPage({ ...parts, statement: FULL_TEXT }));
});

test.each([...FACTS, ...VIEWS, ...STORED].map((table) => [table.name, table] as const))(
	'%s has the columns that are told of',
	(name, { columns }) => {
		const found = database.prepare(`SELECT name FROM pragma_table_info('${name}')`).all([]);
		expect(found.map((column) => column.name)).toEqual(columns.map((column) => column.name));
	},
);

test('there are ten examples and more', () => {
	expect(EXAMPLES.length).toBeGreaterThanOrEqual(10);
});

test.each(EXAMPLES)('%s gives rows over corpus/', (sql) => {
	expect(database.prepare(sql).all([]).length).toBeGreaterThan(0);
});
