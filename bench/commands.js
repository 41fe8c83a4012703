// The command from start to end, in processes of its own: normalize with one and two workers, and how long a start takes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytes, folder, pages, ROUNDS } from './sample.js';
import { median, printTable } from './table.js';

const MEASURED = fileURLToPath(new URL('measured.js', import.meta.url));
const LIBRARY = new URL('../dist/index.js', import.meta.url).href;

/** Seconds from start to end and of all threads, and the most memory that the process held, in MB. */
function run(args) {
	const started = performance.now();
	const { status, stderr } = spawnSync(process.execPath, [MEASURED, ...args], { cwd: folder, encoding: 'utf8' });
	const seconds = (performance.now() - started) / 1000;
	if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}\n${stderr}`);
	const told = (word) => Number(new RegExp(`${word} (\\d+)`).exec(stderr)?.[1]);
	return { seconds, processor: told('processor') / 1e6, memory: told('peak') / 1024 };
}

/** `bare`: seconds of the bare parse of the same pages. */
export function compareWorkers(bare) {
	const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const list = join(scratch, 'pages.txt');
		writeFileSync(list, pages.map(({ path }) => `${path}\n`).join(''));
		const sources = ['--files-from', list];
		const runs = [[], []];
		for (let round = 0; round < ROUNDS; round++) {
			for (const workers of round % 2 === 0 ? [1, 2] : [2, 1]) {
				const out = join(scratch, `${round}-${workers}.ndjson`);
				const rest = ['--out', out, '--quiet', '--workers', `${workers}`];
				runs[workers - 1].push(run(['normalize', ...sources, ...rest]));
				for (const file of [out, `${out}.rejects.ndjson`, `${out}.manifest.json`]) rmSync(file, { force: true });
			}
		}
		const seconds = runs.map((all) => median(all.map((one) => one.seconds)));
		printTable([
			['', 'seconds', 'processor', 'MB/s', 'pages/s', 'peak MB', 'to bare remark', 'to one worker'],
			...runs.map((all, index) => [
				`normalize, workers ${index + 1}`,
				seconds[index].toFixed(1),
				median(all.map((one) => one.processor)).toFixed(1),
				(bytes / 1e6 / seconds[index]).toFixed(1),
				(pages.length / seconds[index]).toFixed(0),
				Math.max(...all.map((one) => one.memory)).toFixed(0),
				`${(bare / seconds[index]).toFixed(1)} x`,
				`${(seconds[0] / seconds[index]).toFixed(2)} x`,
			]),
		]);
	} finally {
		rmSync(scratch, { recursive: true });
	}
}

/** Milliseconds of a process that does nothing, prints help, imports the library. */
export function measureStarts() {
	const starts = {
		'node alone': ['-e', ''],
		'technet-advisory --help': [fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)), '--help'],
		'import of the library': ['--input-type=module', '-e', `await import('${LIBRARY}')`],
	};
	const times = Object.values(starts).map(() => []);
	for (let round = 0; round < 9; round++) {
		for (const [index, args] of Object.values(starts).entries()) {
			const started = performance.now();
			spawnSync(process.execPath, args);
			times[index].push(performance.now() - started);
		}
	}
	printTable([['', 'ms'], ...Object.keys(starts).map((name, index) => [name, median(times[index]).toFixed(0)])]);
}
