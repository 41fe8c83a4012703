import { diagnosticsLine, recordLine, rejectLine } from '../archive/ndjson.ts';
import { normalizePages } from '../archive/normalize-pages.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { readLimitFlags } from './limit-flags.ts';
import { openInput } from './named-sources.ts';
import { NORMALIZE_HELP, readNormalizeArguments } from './normalize-arguments.ts';
import { type Outputs, openOutputs } from './outputs.ts';
import { readParseFlags } from './parse-flags.ts';
import { NO_PROGRESS, type Progress, startProgress } from './progress.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';
import { summaryLine, summaryTable } from './summary-table.ts';
import { count, hasLost, startTally, type Tally } from './tally.ts';

export const help = NORMALIZE_HELP;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const started = host.now();
	const { values, files, input: inputArguments } = readNormalizeArguments(argv, host.cwd);
	const parseOptions = { ...(await readParseFlags(values, host.cwd)), ...readLimitFlags(values) };
	const input = await openInput(inputArguments, host);
	const parse = await host.loadParser();
	const outputs = await openOutputs(files, host);
	// of records every line gets its answer in the same place
	const lines = inputArguments.isRecords ? { ...outputs, reject: outputs.record } : outputs;
	const tally = startTally();
	// records on the same terminal would tear the bar
	const hasBar = host.stderr.isTTY === true && values.quiet !== true && (files.out !== null || !host.stdout.isTTY);
	const total = hasBar ? await input.count() : null;
	const progress = total === null ? NO_PROGRESS : startProgress(host, total);
	try {
		const pages = input.pages({
			limit: parseOptions.limits?.bytes,
			onLinkSkipped: () => {
				tally.linksSkipped += 1;
			},
		});
		await writeResults(normalizePages(pages, parse, parseOptions), lines, tally, progress);
		await outputs.finish();
	} catch (error) {
		await outputs.abandon();
		throw error;
	} finally {
		await progress.clear();
	}
	if (values.quiet !== true) {
		const facts = { ...files, milliseconds: host.now() - started };
		const isTable = values.summary === true || host.stderr.isTTY === true;
		const width = screenWidth(host.stderr, 100, 40, 120);
		await writeTo(host.stderr, isTable ? summaryTable(tally, facts, width) : `${summaryLine(tally, facts)}\n`);
	}
	return values.strict === true && hasLost(tally) ? EXIT.rejected : EXIT.done;
}

async function writeResults(
	results: ReturnType<typeof normalizePages>,
	outputs: Outputs,
	tally: Tally,
	progress: Progress,
): Promise<void> {
	for await (const result of results) {
		const { path, advisory, diagnostics } = result;
		if (advisory === null) {
			await outputs.reject?.(rejectLine(result));
		} else {
			await outputs.record(recordLine(advisory));
			await outputs.diagnostics?.(diagnosticsLine(path, advisory, diagnostics));
		}
		count(tally, result);
		await progress.show(tally);
	}
}
