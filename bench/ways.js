// The ways to read a page that are compared. Each runs in a thread of its own, so that what one of them makes of the
// compiler and of memory is not another one's.
import { parentPort, workerData } from 'node:worker_threads';
import { pages } from './sample.js';

export const BARE = 'remark-parse + remark-gfm, bare';

/** Loads what the way needs; gives how it reads a page. */
export const WAYS = {
	[BARE]: async () => {
		const { unified } = await import('unified');
		const { default: remarkParse } = await import('remark-parse');
		const { default: remarkGfm } = await import('remark-gfm');
		const remark = unified().use(remarkParse).use(remarkGfm).freeze();
		return ({ text }) => remark.parse(text);
	},
	'satteri, bare': async () => {
		const { markdownToMdast } = await import('satteri');
		return ({ text }) => markdownToMdast(text);
	},
	'floor: tables cut, satteri, cells read': async () => {
		const { markdownToMdast } = await import('satteri');
		const { cutTables } = await import('../dist/page/cut-tables.js');
		const { readHtmlTable } = await import('../dist/page/html-table.js');
		return ({ text }) => {
			const { masked, tables } = cutTables(text);
			markdownToMdast(masked);
			for (const place of tables) readHtmlTable(text, place, { markdown: true });
		};
	},
	'parseAdvisory with satteri': () => parser(import('../dist/page/engine-satteri.js')),
	'parseAdvisory with unified': () => parser(import('../dist/page/engine-unified.js')),
};

async function parser(module) {
	const { engine } = await module;
	const { parseAdvisory } = await import('../dist/parse-advisory.js');
	return ({ path, content }) => parseAdvisory(content, { path, engine });
}

if (parentPort !== null) {
	const read = await WAYS[workerData]();
	parentPort.on('message', ({ from, to }) => {
		const started = performance.now();
		for (const page of pages.slice(from, to)) read(page);
		parentPort.postMessage(performance.now() - started);
	});
	parentPort.postMessage(0);
}
