// The bare parsers and `parseAdvisory` on the same pages, interleaved page by page.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { cutTables } from '../dist/page/cut-tables.js';
import { engine as satteriEngine } from '../dist/page/engine-satteri.js';
import { engine as unifiedEngine } from '../dist/page/engine-unified.js';
import { readHtmlTable } from '../dist/page/html-table.js';
import { parseAdvisory } from '../dist/parse-advisory.js';
import { bytes, pages, ROUNDS } from './sample.js';
import { median, printTable } from './table.js';

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

/** Prints the table; gives the seconds of the bare parse, the measure of all ratios. */
export function compareParsers() {
	// compiled code, not the compiler, is measured
	for (const page of pages.slice(0, 40)) for (const [, read] of ways) read(page);
	const rounds = Array.from({ length: ROUNDS }, round);
	const seconds = ways.map((_, way) => median(rounds.map((times) => times[way])) / 1000);
	const bare = seconds[Object.keys(WAYS).indexOf(BARE)];
	printTable([
		['', 'MB/s', 'pages/s', 'to bare remark'],
		...ways.map(([name], way) => [
			name,
			(bytes / 1e6 / seconds[way]).toFixed(1),
			(pages.length / seconds[way]).toFixed(0),
			`${(bare / seconds[way]).toFixed(1)} x`,
		]),
	]);
	return bare;
}
