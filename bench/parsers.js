// The bare parsers and `parseAdvisory` on the same pages, a few pages each in turn.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bytes, pages, ROUNDS } from './sample.js';
import { median, printTable } from './table.js';
import { BARE, WAYS } from './ways.js';

/** Pages that one way reads before it is the next one's turn: all have their share of a slow moment. */
const TURN = 8;

/** Milliseconds of each way for all pages. */
async function round(threads, turnsBefore) {
	const times = threads.map(() => 0);
	for (let from = 0; from < pages.length; from += TURN) {
		for (let turn = 0; turn < threads.length; turn++) {
			const way = (turnsBefore + from / TURN + turn) % threads.length;
			threads[way].postMessage({ from, to: from + TURN });
			const [milliseconds] = await once(threads[way], 'message');
			times[way] += milliseconds;
		}
	}
	return times;
}

/** Prints the table; gives the seconds of the bare parse, the measure of all ratios. */
export async function compareParsers() {
	const names = Object.keys(WAYS);
	const threads = names.map((name) => new Worker(new URL('ways.js', import.meta.url), { workerData: name }));
	await Promise.all(threads.map((thread) => once(thread, 'message')));
	// an archive has thousands of pages: compiled code, not the compiler, is measured
	await round(threads, 0);
	const rounds = [];
	for (let index = 0; index < ROUNDS; index++) rounds.push(await round(threads, index));
	for (const thread of threads) await thread.terminate();
	const seconds = names.map((_, way) => median(rounds.map((times) => times[way])) / 1000);
	const ratio = (way, times) => times[names.indexOf(BARE)] / times[way];
	printTable([
		['', 'MB/s', 'pages/s', 'to bare remark', 'in each round'],
		...names.map((name, way) => [
			name,
			(bytes / 1e6 / seconds[way]).toFixed(1),
			(pages.length / seconds[way]).toFixed(0),
			`${median(rounds.map((times) => ratio(way, times))).toFixed(1)} x`,
			rounds.map((times) => ratio(way, times).toFixed(1)).join(' '),
		]),
	]);
	return seconds[names.indexOf(BARE)];
}
