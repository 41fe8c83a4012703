// Writes expected records of the corpus from the built program, for somebody to read:
//   corpus.js add                  of pages that have none; the key `unread` keeps the test red until it is taken out
//   corpus.js update <id> [<tag>]  of one document, and prints what changed
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseAdvisory } from '../dist/index.js';
import { changesBetween } from '../dist/record-diff/compare-records.js';

const corpus = new URL('../corpus/', import.meta.url);
const UNREAD = 'written by the program: read it against the page and the contract, mend it, take this line out';

const folders = () =>
	readdirSync(corpus, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

function pagesOf(id) {
	return readdirSync(new URL(`${id}/`, corpus)).flatMap((name) => {
		const tag = /^([^.]+)\.(?:md|html)$/.exec(name)?.[1];
		return tag === undefined ? [] : [{ tag, path: `${id}/${name}`, target: new URL(`${id}/${tag}.json`, corpus) }];
	});
}

function recordOf(path) {
	const { advisory, diagnostics } = parseAdvisory(readFileSync(new URL(path, corpus)), { path });
	if (advisory === null) throw new Error(`${path} is rejected: ${diagnostics.map(({ message }) => message).join(' ')}`);
	const { generator: _, ...record } = advisory;
	return record;
}

const write = (target, record) => writeFileSync(target, `${JSON.stringify(record, null, 2)}\n`);

function add() {
	const missing = folders()
		.flatMap(pagesOf)
		.filter(({ target }) => !existsSync(target));
	for (const { path, tag, target } of missing) {
		write(target, { unread: UNREAD, ...recordOf(path) });
		console.log(`${path}: wrote ${tag}.json. It must be read before it counts; the test fails until then.`);
	}
	if (missing.length === 0) console.log('Every page has its record.');
}

function update(id, tag) {
	const pages = folders().includes(id) ? pagesOf(id).filter((page) => tag === undefined || page.tag === tag) : [];
	if (pages.length === 0) throw new Error(`no page ${[id, tag].filter(Boolean).join('/')} in the corpus`);
	for (const { path, target } of pages) {
		const old = existsSync(target) ? JSON.parse(readFileSync(target, 'utf8')) : {};
		const record = recordOf(path);
		const changes = changesBetween(old, record, new Set());
		write(target, record);
		console.log(changes.length === 0 ? `${path}: no change` : `${path}: read each of these against the page`);
		for (const change of changes) {
			console.log(`  ${change.pointer}\n    - ${JSON.stringify(change.old)}\n    + ${JSON.stringify(change.new)}`);
		}
	}
}

const [command, id, tag] = process.argv.slice(2);
try {
	if (process.env.CI) throw new Error('expected records are not written on a build machine (CI is set)');
	if (command === 'add') add();
	else if (command === 'update' && id !== undefined) update(id, tag);
	else throw new Error('usage: npm run corpus:add | npm run corpus:update <id> [<tag>]');
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
