// Time against page size, and the pages that cost most a byte.
import { parseAdvisory } from '../dist/parse-advisory.js';
import { pages } from './sample.js';
import { median, printTable } from './table.js';

/** Smaller pages pay for what each page costs once. */
const SMALL = 20_000;
const BOUNDS = [0, SMALL, 50_000, 100_000, Number.POSITIVE_INFINITY];

function time({ path, content }) {
	const started = performance.now();
	parseAdvisory(content, { path });
	return performance.now() - started;
}

export function comparePageSizes() {
	// the first pages would pay for the compiler
	for (const page of pages) time(page);
	const timed = pages.map((page) => ({
		path: page.path,
		bytes: page.content.length,
		milliseconds: median(Array.from({ length: 5 }, () => time(page))),
	}));
	const rate = (some) => sum(some, 'milliseconds') / sum(some, 'bytes');
	const large = timed.filter(({ bytes }) => bytes >= SMALL);
	const rows = BOUNDS.slice(0, -1).map((from, index) => {
		const to = BOUNDS[index + 1];
		const some = timed.filter(({ bytes }) => bytes >= from && bytes < to);
		const name = to === Number.POSITIVE_INFINITY ? `${from / 1000} kB and more` : `${from / 1000} to ${to / 1000} kB`;
		return [name, `${some.length}`, some.length === 0 ? '' : (1e6 * rate(some)).toFixed(0)];
	});
	printTable([['pages of', 'pages', 'ns a byte'], ...rows]);
	const mean = rate(large);
	const worst = large
		.map((page) => ({ path: page.path, times: page.milliseconds / page.bytes / mean }))
		.sort((one, other) => other.times - one.times);
	console.log(`\nof ${large.length} pages of 20 kB and more, to their mean time a byte:`);
	for (const { path, times } of worst.slice(0, 5)) console.log(`  ${times.toFixed(1)} x  ${path}`);
}

const sum = (pages, key) => pages.reduce((total, page) => total + page[key], 0);
