/**
 * The tables of an index, described once: the statements that make them and docs/search-schema.md come from here.
 */
import { FACTS } from './fact-tables.ts';
import { STORED, VIEWS } from './stored-tables.ts';
import type { Table } from './table.ts';

/** `TNAI`: what makes a file of SQLite one of ours. */
export const APPLICATION_ID = 0x544e4149;
/** Counts up where the tables, or the form in which words are indexed, change: an older index is built anew. */
export const SCHEMA_VERSION = 1;

/** Weights of a word in the columns of `page_text`. */
export const WEIGHTS = { title: 10, headline: 10, text: 1 } as const;

/** Where words are indexed; the ASCII tokenizer takes our tokens as they are, whatever the version of SQLite. */
export const FULL_TEXT =
	"CREATE VIRTUAL TABLE page_text USING fts5(title, headline, text, content='', tokenize='ascii')";

/** Tables whose rows belong to a page, and go with it. */
export const OF_PAGES: readonly string[] = [...FACTS, ...STORED]
	.filter(({ columns }) => columns.some(({ name }) => name === 'page'))
	.map(({ name }) => name);

function tableStatement({ name, columns, primaryKey }: Table): string {
	const parts = columns.map((column) => [column.name, column.type, column.rule ?? ''].join(' ').trimEnd());
	const [key, end] = primaryKey === undefined ? [[], ''] : [[`PRIMARY KEY (${primaryKey})`], ' WITHOUT ROWID'];
	return `CREATE TABLE ${name} (${[...parts, ...key].join(', ')})${end}`;
}

/** All that makes an empty index, in order. */
export const STATEMENTS: readonly string[] = [
	...[...STORED, ...FACTS].map(tableStatement),
	...VIEWS.map(({ name, select }) => `CREATE VIEW ${name} AS ${select}`),
	FULL_TEXT,
];

/** Made when the rows are there: sorted at once they take less time and room. */
export const INDEXES: readonly string[] = FACTS.flatMap(({ name, indexes = [] }) =>
	indexes.map((columns) => `CREATE INDEX IF NOT EXISTS ${name}_by_${columns} ON ${name} (${columns})`),
);
