// Kills runs of the built command at random moments, goes on with them by --resume, and checks that the outputs are, byte
// for byte, those of a run that nobody disturbed, and that no finished page was read twice.
//
//   node scripts/kill-and-resume.js [--times 50] [--workers 2] [--seed 1] <folder of pages>
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const OUTPUTS = ['o', 'o.manifest.json', 'r', 'd'];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
	};
}

/** Starts the command; `killAfter` milliseconds it is killed, unless it has ended by then. */
async function normalize(pages, folder, workers, { resume = false, killAfter = null } = {}) {
	const flags = ['--out', 'o', '--rejects', 'r', '--diagnostics', 'd', '--workers', workers];
	const child = spawn(process.execPath, [MAIN, 'normalize', pages, ...flags, ...(resume ? ['--resume'] : [])], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let said = '';
	child.stderr.on('data', (text) => {
		said += text;
	});
	const ended = new Promise((done) => child.on('close', (code, signal) => done({ code, signal })));
	if (killAfter !== null) {
		await Promise.race([ended, sleep(killAfter)]);
		child.kill('SIGKILL');
	}
	const { code, signal } = await ended;
	const [, files] = /^(\d+) files?:/.exec(said) ?? [];
	const [, reused] = /, (\d+) pages? reused/.exec(said) ?? [];
	return { code, signal, said, files: Number(files ?? 0), reused: Number(reused ?? 0) };
}

const read = (folder, file) => {
	try {
		return readFileSync(join(folder, file));
	} catch {
		return null;
	}
};

/** Pages that a run has finished: whole lines. */
function finished(folder) {
	const lines = (file) => (read(folder, file) ?? []).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
	const of = (file) => (read(folder, `${file}.partial`) === null ? lines(file) : lines(`${file}.partial`));
	return of('o') + of('r');
}

/** Resolves to what went wrong, one line each. */
async function killAndResume({ pages, times, workers, seed, log }) {
	const random = randomFrom(seed);
	const home = mkdtempSync(join(tmpdir(), 'kill-and-resume-'));
	const faults = [];
	try {
		const undisturbed = join(home, 'undisturbed');
		mkdirSync(undisturbed);
		const started = performance.now();
		const whole = await normalize(pages, undisturbed, workers);
		const length = performance.now() - started;
		if (whole.code !== 0) return [`the undisturbed run ended with ${whole.code}: ${whole.said}`];
		log(`${whole.files} pages, undisturbed ${(length / 1000).toFixed(1)} s`);
		for (let time = 1; time <= times; time += 1) {
			const folder = join(home, `${time}`);
			mkdirSync(folder);
			const kills = [random() * length];
			// one in three is killed again while it is resumed
			if (random() < 1 / 3) kills.push(random() * length);
			const had = [];
			for (const [turn, killAfter] of kills.entries()) {
				await normalize(pages, folder, workers, { resume: turn > 0, killAfter });
				had.push(finished(folder));
			}
			const last = await normalize(pages, folder, workers, { resume: true });
			const wrong = [];
			if (last.code !== 0) wrong.push(`--resume ended with ${last.code}: ${last.said.trim()}`);
			if (last.reused < had.at(-1)) wrong.push(`${had.at(-1)} pages were finished, but only ${last.reused} reused`);
			if (had.some((count, turn) => count < (had[turn - 1] ?? 0)))
				wrong.push(`finished pages were lost: ${had.join(', ')}`);
			for (const file of OUTPUTS) {
				if (read(folder, file)?.equals(read(undisturbed, file)) !== true) wrong.push(`${file} differs`);
			}
			const left = readdirSync(folder).filter((file) => !OUTPUTS.includes(file));
			if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`);
			const moments = kills.map((moment) => `${(moment / 1000).toFixed(2)} s`).join(' and ');
			log(
				`${time}: killed after ${moments}, ${had.join(' and ')} pages finished, ${last.reused} reused: ${wrong.length === 0 ? 'equal' : wrong.join('; ')}`,
			);
			faults.push(...wrong.map((fault) => `${time}: ${fault}`));
			rmSync(folder, { recursive: true });
		}
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
	return faults;
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		times: { type: 'string', default: '50' },
		workers: { type: 'string', default: '2' },
		seed: { type: 'string', default: '1' },
	},
});
const [pages] = positionals;
if (pages === undefined) throw new Error('name the folder of pages');
const times = Number(values.times);
const faults = await killAndResume({
	pages: resolve(pages),
	times,
	workers: values.workers,
	seed: Number(values.seed),
	log: console.log,
});
console.log(faults.length === 0 ? `${times} of ${times} byte-identical` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
