// Writes docs/search-schema.md from the built description of the tables and the examples; runs after `tsc`.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { EXAMPLES } from './search-examples.js';

const escaped = (cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

const tableText = ({ name, meaning, columns, primaryKey }) =>
	[
		`### \`${name}\``,
		primaryKey === undefined ? meaning : `${meaning} Key: ${primaryKey}.`,
		[
			'| column | type | meaning |',
			'| --- | --- | --- |',
			...columns.map((column) => `| \`${column.name}\` | ${column.type.toLowerCase()} | ${escaped(column.meaning)} |`),
		].join('\n'),
	].join('\n\n');

/** The whole page. */
export function searchSchemaPage({ facts, views, stored, version, weights, statement }) {
	return [
		'# The tables of an index',
		'Generated from `src/search/` and `scripts/search-examples.js` by `npm run docs`; do not edit.',
		`What \`technet-advisory index\` makes is one file of SQLite (version ${version} of these tables: \`PRAGMA user_version\`). Any program that reads SQLite from 3.38 on can ask it. Every table has a \`page\`, by which it is joined with \`advisories\`; rows keep the order of the record by \`position\`. What the values mean is told in [contract.md](contract.md).`,
		'## Facts',
		...facts.map(tableText),
		'## Words',
		'These are views: a line of text that many pages print is stored once, and put together when it is asked for.',
		...views.map(tableText),
		'## Full text',
		`\`${statement}\`: one row a page, \`rowid\` its \`page\`. It is by page and not by section, for all words of a search must stand in the document; the section or question in which they stand is looked up in \`sections\` and \`faq\`. In \`bm25\` the columns weigh ${weights.title}, ${weights.headline} and ${weights.text}.`,
		'Words are indexed in the form that `src/search/fold.ts` gives them: NFKC, lower case, without diacritics, and `\u0142 \u00f8 \u0111 \u0131 \u00df \u00e6 \u0153` as `l o d i ss ae oe`. Chinese, Japanese and Korean stand in slices of two letters: in plain SQL `\u8106\u5f31\u6027` is `"\u8106\u5f31 \u5f31\u6027"`. The table keeps no text of its own; what it cannot show, `sections` can.',
		'## Stored',
		'What the views are made of; these tables may change with any version.',
		...stored.map(tableText),
		'## Examples',
		...EXAMPLES.map(({ asks, sql }) => `${asks}\n\n\`\`\`sql\n${sql}\n\`\`\``),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { FACTS } = await import('../dist/search/fact-tables.js');
	const { STORED, VIEWS } = await import('../dist/search/stored-tables.js');
	const { FULL_TEXT, SCHEMA_VERSION, WEIGHTS } = await import('../dist/search/schema.js');
	const parts = { facts: FACTS, views: VIEWS, stored: STORED, version: SCHEMA_VERSION, weights: WEIGHTS };
	const page = searchSchemaPage({ ...parts, statement: FULL_TEXT });
	writeFileSync(new URL('../docs/search-schema.md', import.meta.url), page);
}
