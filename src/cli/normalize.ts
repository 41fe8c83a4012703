import { openReader, runPages } from '../archive/archive-run.ts';
import { errorCode } from '../archive/error-code.ts';
import type { KeptPage } from '../archive/former-run.ts';
import { type HashedPage, sizeOf } from '../archive/normalize-pages.ts';
import type { PageOutcome } from '../archive/page-outcome.ts';
import { chooseThreads } from '../archive/thread-options.ts';
import { untilStopped } from '../archive/until-stopped.ts';
import { CHANGED } from '../archive/write-aside.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { readLimitFlags } from './limit-flags.ts';
import { openInput } from './named-sources.ts';
import { NORMALIZE_HELP, readNormalizeArguments } from './normalize-arguments.ts';
import { openOutputs, type RunOutputs } from './outputs.ts';
import { readNamedOptions } from './parse-flags.ts';
import { NO_PROGRESS, type Progress, startProgress } from './progress.ts';
import { counted } from './quantity.ts';
import { screenWidth } from './screen/screen-width.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { writeTo } from './stream-lines.ts';
import { summaryLine, summaryTable } from './summary-table.ts';
import { count, countTime, hasLost, startTally, type Tally } from './tally.ts';

export const help = NORMALIZE_HELP;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const started = host.now();
	const read = readNormalizeArguments(argv, host.cwd);
	const { values, resume, reuse } = read;
	const flags = await readNamedOptions(values, host.cwd);
	const named = { ...flags, options: { ...flags.options, ...readLimitFlags(values) } };
	const threads = chooseThreads({ ...read.threads, workers: read.threads.workers ?? host.cores });
	const { pageTimeout, workerMemory } = threads;
	const input = await openInput(read.input, host);
	// it loads all packs, which the help of this command needs not
	const { madeWith } = await import('./made-with.ts');
	const made = await madeWith(named, { pageTimeout, workerMemory });
	const at = host.pageWorker === undefined ? threads : { ...threads, file: host.pageWorker };
	const reader = await openReader('outcome', named, at, host.loadParser);
	// of records every line gets its answer in the same place
	const settings = { made, resume, reuse, read: read.sources, isTogether: read.input.isRecords };
	const outputs = await openOutputs(read.files, settings, host);
	const { files } = outputs;
	for (const warning of outputs.warnings) await writeTo(host.stderr, `technet-advisory: ${warning}\n`);
	const tally = startTally();
	// records on the same terminal would tear the bar
	const hasBar = host.stderr.isTTY === true && values.quiet !== true && (files.out !== null || !host.stdout.isTTY);
	const total = hasBar ? await input.count() : null;
	const progress = total === null ? NO_PROGRESS : startProgress(host, total);
	const stop = stopOnSignal(host);
	const found = input.pages({
		limit: named.options.limits?.bytes,
		onLinkSkipped: () => {
			tally.linksSkipped += 1;
		},
	});
	const find = (page: HashedPage): Reused | null => {
		const kept = outputs.find(page);
		return kept === null ? null : { kept, bytes: sizeOf(page) };
	};
	try {
		const pages = untilStopped(found, stop.signal);
		await writePages(runPages(pages, reader, 'outcome', find), outputs, tally, progress);
		const by = stop.by();
		if (by === null) {
			await outputs.finish(countsOf(tally));
		} else {
			await progress.clear();
			const left = WHAT_IS_LEFT[await outputs.leave()](files.out).map((text) => `; ${text}`);
			await writeTo(
				host.stderr,
				`technet-advisory: stopped by ${by} after ${counted(tally.files, 'page')}${left.join('')}\n`,
			);
			return EXIT.stopped[by];
		}
	} catch (error) {
		await progress.clear();
		const left = await outputs.leave();
		// an error that says it needs not be said twice
		const isTold = left === 'changed' && errorCode(error) === 'EBUSY';
		for (const text of isTold ? [] : WHAT_IS_LEFT[left](files.out)) {
			await writeTo(host.stderr, `technet-advisory: ${text}\n`);
		}
		throw error;
	} finally {
		stop.release();
		await progress.clear();
	}
	if (values.quiet !== true) {
		const facts = { ...files, notes: outputs.notes, milliseconds: host.now() - started };
		const isTable = values.summary === true || host.stderr.isTTY === true;
		const width = screenWidth(host.stderr, 100, 40, 120);
		await writeTo(host.stderr, isTable ? summaryTable(tally, facts, width) : `${summaryLine(tally, facts)}\n`);
	}
	return values.strict === true && hasLost(tally) ? EXIT.rejected : EXIT.done;
}

/** A page that is copied. */
interface Reused {
	readonly kept: KeptPage;
	readonly bytes: number;
}

async function writePages(
	pages: AsyncIterable<PageOutcome | Reused>,
	outputs: RunOutputs,
	tally: Tally,
	progress: Progress,
): Promise<void> {
	for await (const page of pages) {
		if ('kept' in page) {
			const { kept, bytes } = page;
			await outputs.put(kept);
			count(tally, { ...kept, bytes });
			tally.reused += 1;
			if (kept.reject === null && kept.diagnosticsLine === null) tally.reusedWithoutDiagnostics += 1;
		} else {
			await outputs.put(page);
			count(tally, page);
			countTime(tally, page);
		}
		await progress.show(tally);
	}
}

const WHAT_IS_LEFT = {
	kept: (out: string | null) => [`what was done is kept in ${out}.partial, the same command with --resume goes on`],
	changed: (out: string | null) => [`${out}.partial ${CHANGED}`],
	none: () => [],
};

/** The same for the same pages, whether they were read or reused. */
function countsOf({ files, records, rejects, byReject }: Tally) {
	const sorted = [...byReject].sort(([a], [b]) => (a < b ? -1 : 1));
	return { pages: files, records, rejects, byReject: Object.fromEntries(sorted) };
}
