// Prints the most that real pages have of what `src/limits.ts` limits, beside the limits. Needs a build:
// node scripts/measure-limits.js <folders, archives or files...>; without a name TECHNET_ARCHIVE.
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { openSources, readSources } from '../dist/archive/sources.js';
import { LIMITS } from '../dist/limits.js';
import { cutTables } from '../dist/page/cut-tables.js';
import { engine } from '../dist/page/engine-node.js';
import { parseFrontMatter } from '../dist/page/front-matter.js';
import { depthOf, flatten } from '../dist/page/hast.js';
import { depthOfBlocks } from '../dist/page/mdast-depth.js';
import { readPage } from '../dist/page/read-page.js';
import { parseAdvisory } from '../dist/parse-advisory.js';
import { gridSize } from '../dist/tables/grid.js';
import { decode } from '../dist/text/decode.js';

const parser = unified().use(rehypeParse, { fragment: false }).freeze();
const named = process.argv.length > 2 ? process.argv.slice(2) : [process.env.TECHNET_ARCHIVE ?? ''];
const most = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, { value: 0, path: '' }]));
let pages = 0;

/** What a page has of everything that is limited but bytes; `null` where it cannot be read within the limits. */
function measure(content, path) {
	const decoded = decode(content);
	if (decoded.text === undefined) return null;
	const { page } = readPage(decoded.text, engine);
	if (page === undefined) return null;
	const { value } = decoded.text;
	const { bodyStart } = parseFrontMatter(value);
	const isHtml = page.format === 'html';
	const nesting = isHtml
		? depthOf(flatten(parser.parse(value)))
		: depthOfBlocks(engine(cutTables(value.slice(bodyStart)).masked));
	const tables = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	return {
		nesting,
		tableCells: tables.reduce((sum, table) => sum + gridSize(table), 0),
		links: parseAdvisory(content, { path }).advisory?.links.length ?? 0,
		frontMatter: isHtml ? 0 : bodyStart,
	};
}

for await (const page of readSources(await openSources(named))) {
	pages += 1;
	const { path } = page;
	const measured = 'problem' in page ? null : { bytes: page.content.length, ...measure(page.content, path) };
	if (measured === null) console.error(`${path}: ${page.problem}`);
	for (const [name, value] of Object.entries(measured ?? {}))
		if (value > most[name].value) most[name] = { value, path };
}
console.log(`${pages} pages`);
console.log(`${'limit'.padEnd(12)}${'default'.padStart(12)}${'most'.padStart(12)}${'times'.padStart(8)}  page`);
for (const [name, { value, path }] of Object.entries(most)) {
	const times = value === 0 ? '' : (LIMITS[name] / value).toFixed(1);
	console.log(
		`${name.padEnd(12)}${`${LIMITS[name]}`.padStart(12)}${`${value}`.padStart(12)}${times.padStart(8)}  ${path}`,
	);
}
