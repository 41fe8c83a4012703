// Asks the queries of test/search/queries.tsv and tells how many of the documents that each has to find are among the
// first ten. Over an index that is named, else one of TECHNET_ARCHIVE, made for the purpose. --write puts the answers
// into docs/search-queries.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex, openIndex } from '../dist/search/index.js';

const FIRST = 10;

function readQueries(text) {
	const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
	return rows.slice(1).map((row) => {
		const [language, query, documents] = row.split('\t');
		return { language, query, documents: documents.split(' ') };
	});
}

const queriesFile = new URL('../test/search/queries.tsv', import.meta.url);
const answersFile = new URL('../docs/search-queries.md', import.meta.url);
const [named] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const archive = process.env.TECHNET_ARCHIVE;
if (named === undefined && !archive) {
	console.error('Name an index, or set TECHNET_ARCHIVE to a folder of pages.');
	process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'search-queries-'));
const file = named ?? join(folder, 'archive.db');
if (named === undefined) await buildIndex(file, archive);
const index = openIndex(file);
const answers = readQueries(readFileSync(queriesFile, 'utf8')).map((query) => {
	const { total, hits } = index.search({ words: query.query, limit: FIRST });
	const ranks = query.documents.map((id) => hits.findIndex((hit) => hit.id === id) + 1);
	return { ...query, total, ranks, recall: ranks.filter((rank) => rank > 0).length / ranks.length };
});
index.close();
rmSync(folder, { recursive: true, force: true });

const mean = answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length;
const reciprocal = answers.reduce((sum, { ranks }) => sum + Math.max(...ranks.map((rank) => (rank ? 1 / rank : 0))), 0);
const sentence =
	`${answers.length} queries: recall@${FIRST} ${mean.toFixed(3)}, mean reciprocal rank of the first document ` +
	`${(reciprocal / answers.length).toFixed(3)}`;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('*', '\\*');
const rows = answers.map(({ language, query, documents, ranks, total }) => [
	cell(language),
	cell(query),
	documents.map((id, at) => `${id} (${ranks[at] || 'not found'})`).join(', '),
	total,
]);
const table = [['language', 'query', 'documents (rank)', 'found'], ['---', '---', '---', '--:'], ...rows];
const page = `# What the search finds

Queries in all languages of the archive, as a user types them, with the documents that each has to find. They were written
by hand before the search was (\`test/search/queries.tsv\`); \`npm run search:queries -- --write\` asks them over an index of
\`TECHNET_ARCHIVE\` and writes this page. A rank is a document's place among all documents that were found.

${sentence}.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
for (const { language, query, documents, ranks, recall } of answers) {
	if (recall < 1) console.log(`${language}\t${query}\t${documents.join(' ')}\tranks ${ranks.join(' ')}`);
}
console.log(sentence);
if (process.argv.includes('--write')) writeFileSync(answersFile, page);
