// Normalizes and indexes the pages of TECHNET_ARCHIVE, each in a process of its own, and asks the index 200 questions.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openToRead } from '../dist/search/driver.js';
import { buildIndex, openIndex } from '../dist/search/index.js';
import { median } from './table.js';

const SELF = fileURLToPath(import.meta.url);
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const archive = process.env.TECHNET_ARCHIVE || fileURLToPath(new URL('../corpus', import.meta.url));
const STARTS = 11;

/** The value that so large a share of them does not reach. */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** Eleven questions for each language, made of the headlines of its pages. */
function questionsOf(index) {
	const locales = Object.keys(index.search({ sort: 'newest', limit: 0, facets: true }).facets.locale);
	return locales.flatMap((locale) => {
		const { hits } = index.search({ locale, limit: 1000 });
		const pages = hits.filter(({ headline }) => headline !== null);
		const page = (at) => (pages.length === 0 ? hits : pages)[Math.floor((at * (pages.length || hits.length)) / 11)];
		const words = (at) => (page(at).headline ?? page(at).title).match(/[\p{L}\p{N}.-]+/gu) ?? [];
		const some = (at, from, to) => ({ words: words(at).slice(from, to).join(' ') });
		return [
			some(0, 0, 1),
			some(1, 0, 2),
			some(2, 1, 4),
			some(3, -2),
			{ ...some(4, 0, 2), locale },
			{ words: `"${words(5).slice(0, 3).join(' ')}"` },
			{ words: `${(words(6)[0] ?? '').slice(0, 4)}*` },
			{ words: page(7).id },
			{ ...some(8, 0, 1), product: 'Windows XP' },
			{ ...some(9, 1, 2), facets: true, since: '2008' },
			{ words: `windows -${words(10)[0]}`, locale, sort: 'newest' },
		].filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
	});
}

function ask(file) {
	const index = openIndex(file);
	const questions = questionsOf(index);
	while (questions.length < 200) questions.push({ words: `${['kernel', 'security', 'server'][questions.length % 3]}` });
	const timed = questions.slice(0, 200).map((question) => {
		index.search(question);
		const before = process.cpuUsage();
		const started = performance.now();
		const { total } = index.search(question);
		const time = performance.now() - started;
		const { user, system } = process.cpuUsage(before);
		return { question, total, time, cpu: (user + system) / 1000 };
	});
	index.close();
	const times = timed.map(({ time }) => time);
	const cpu = timed.map((one) => one.cpu);
	const slowest = timed.sort((a, b) => b.time - a.time).slice(0, 5);
	const empty = timed.filter(({ total }) => total === 0).length;
	const processor = { p50: median(cpu), p95: quantile(cpu, 0.95) };
	return { p50: median(times), p95: quantile(times, 0.95), most: Math.max(...times), processor, empty, slowest };
}

/** The command in this process, on one thread as the index is made. */
async function normalize(records) {
	process.argv.splice(2, Number.POSITIVE_INFINITY, 'normalize', archive, '--out', records, '--workers', '1', '--quiet');
	await import('../dist/cli/main.js');
}

const STEPS = {
	normalize,
	index: (records, file) => buildIndex(file, records),
	again: (records, file) => buildIndex(file, records),
	ask: (_, file) => ask(file),
};

/** One step in a process of its own: what it gave, its time and its memory. */
function measure(step, records, file) {
	const { stdout, stderr } = spawnSync(process.execPath, [SELF, step, records, file], { encoding: 'utf8' });
	if (stderr !== '') throw new Error(stderr);
	return JSON.parse(stdout.trim().split('\n').at(-1));
}

const [step, records, file] = process.argv.slice(2);
if (step !== undefined) {
	const started = performance.now();
	const result = await STEPS[step](records, file);
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	const cpu = (userCPUTime + systemCPUTime) / 1e6;
	console.log(JSON.stringify({ result, wall: (performance.now() - started) / 1000, cpu, memory: maxRSS / 1024 }));
} else {
	const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
	const [all, db] = [join(folder, 'records.ndjson'), join(folder, 'advisories.db')];
	const told = (name, { wall, cpu, memory }) =>
		console.log(
			`${name.padEnd(34)}${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of processor, ${memory.toFixed(0)} MB at most`,
		);
	const normalize = measure('normalize', all, db);
	told('normalize', normalize);
	const index = measure('index', all, db);
	told('index of the records', index);
	told('index again, nothing changed', measure('again', all, db));
	console.log(
		`speed of indexing to normalizing: ${(normalize.wall / index.wall).toFixed(2)} of its time, ${(normalize.cpu / index.cpu).toFixed(2)} of processor`,
	);
	const opened = openIndex(db);
	const total = opened.search({ limit: 0 }).total;
	opened.close();
	const { result } = measure('ask', all, db);
	const bytes = sizeOfPages(db);
	const size = statSync(db).size;
	console.log(
		`${total} documents; index ${(size / 1e6).toFixed(1)} MB, ${(size / bytes).toFixed(3)} of the pages (${(bytes / 1e6).toFixed(1)} MB)`,
	);
	console.log(
		`200 questions, warm: p50 ${result.p50.toFixed(1)} ms, p95 ${result.p95.toFixed(1)} ms, ${result.most.toFixed(1)} ms at most; of processor p50 ${result.processor.p50.toFixed(1)}, p95 ${result.processor.p95.toFixed(1)} ms; ${result.empty} found nothing`,
	);
	for (const { question, time } of result.slowest) console.log(`  ${time.toFixed(1)} ms  ${JSON.stringify(question)}`);
	const starts = Array.from({ length: STARTS }, () => {
		const started = performance.now();
		spawnSync(process.execPath, [MAIN, 'search', 'kernel', '--db', db]);
		return performance.now() - started;
	});
	console.log(`the command from a cold start: ${median(starts).toFixed(0)} ms (median of ${STARTS})`);
	rmSync(folder, { recursive: true, force: true });
}

function sizeOfPages(path) {
	const database = openToRead(path);
	const [{ bytes }] = database.prepare('SELECT sum(bytes) AS bytes FROM advisories').all([]);
	database.close();
	return bytes;
}
