// Reads the same pages with the bare parsers and with `parseAdvisory`, interleaved page by page, and prints medians.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { cutTables } from '../dist/page/cut-tables.js';
import { engine as satteriEngine } from '../dist/page/engine-satteri.js';
import { engine as unifiedEngine } from '../dist/page/engine-unified.js';
import { readHtmlTable } from '../dist/page/html-table.js';
import { parseAdvisory } from '../dist/parse-advisory.js';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Every so many pages of the archive are read. */
const STEP = Number(process.env.BENCH_STEP ?? 25);

/** Only pages whose path holds this. */
const PART = process.env.BENCH_PATH ?? '';
const archive = process.env.TECHNET_ARCHIVE;
const folder = archive || fileURLToPath(new URL('../corpus', import.meta.url));

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.md') && path !== 'README.md' && path.includes(PART))
	.sort()
	.filter((_, index) => index % (archive ? STEP : 1) === 0)
	.map((path) => {
		const content = readFileSync(join(folder, path));
		return { path, content, text: content.toString('utf8') };
	});

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

function floor(text) {
	const { masked, tables } = cutTables(text);
	markdownToMdast(masked);
	for (const place of tables) readHtmlTable(text, place, { markdown: true });
}

const BARE = 'remark-parse + remark-gfm, bare';
const WAYS = {
	[BARE]: ({ text }) => remark.parse(text),
	'satteri, bare': ({ text }) => markdownToMdast(text),
	'floor: tables cut, satteri, cells read': ({ text }) => floor(text),
	'parseAdvisory with satteri': ({ path, content }) => parseAdvisory(content, { path, engine: satteriEngine }),
	'parseAdvisory with unified': ({ path, content }) => parseAdvisory(content, { path, engine: unifiedEngine }),
};
const ways = Object.entries(WAYS);

function round() {
	const times = ways.map(() => 0);
	for (const [index, page] of pages.entries()) {
		for (let turn = 0; turn < ways.length; turn++) {
			// whoever comes first after a page's load is another one each time
			const way = (index + turn) % ways.length;
			const started = performance.now();
			ways[way][1](page);
			times[way] += performance.now() - started;
		}
	}
	return times;
}

function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const bytes = pages.reduce((sum, { content }) => sum + content.length, 0);
console.log(
	`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB of ${folder}, ${ROUNDS} rounds, Node ${process.version}`,
);
// compiled code, not the compiler, is measured
for (const page of pages.slice(0, 10)) for (const [, read] of ways) read(page);
const rounds = Array.from({ length: ROUNDS }, round);
const seconds = ways.map((_, way) => median(rounds.map((times) => times[way])) / 1000);
const bare = seconds[Object.keys(WAYS).indexOf(BARE)];
const rows = ways.map(([name], way) => [
	name,
	(bytes / 1e6 / seconds[way]).toFixed(1),
	(pages.length / seconds[way]).toFixed(0),
	`${(bare / seconds[way]).toFixed(1)} x`,
]);
const table = [['', 'MB/s', 'pages/s', 'to bare remark'], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table) {
	console.log(
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
	);
}
