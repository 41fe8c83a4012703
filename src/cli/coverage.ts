import type { ParsePage } from '../archive/archive-result.ts';
import { rejectReason } from '../archive/ndjson.ts';
import { normalizePages } from '../archive/normalize-pages.ts';
import { factsOf } from '../archive/page-outcome.ts';
import { measurePage } from '../coverage/measure-page.ts';
import { reportCoverage } from '../coverage/report.ts';
import { addPage, addReject, startCoverage } from '../coverage/tally.ts';
import { readAdvisory } from '../parse-advisory.ts';
import { coverageText } from './coverage/coverage-text.ts';
import { COVERAGE_HELP, readCoverageArguments } from './coverage-arguments.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { openNamed } from './named-sources.ts';
import { readParseFlags } from './parse-flags.ts';
import { NO_PROGRESS, startProgress } from './progress.ts';
import { choosePaint } from './screen/paint.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';
import { count, startTally } from './tally.ts';

export const help = COVERAGE_HELP;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const { sources: named, isJson, limit, locales, kinds, flags } = readCoverageArguments(argv);
	const options = await readParseFlags(flags, host.cwd);
	const input = await openNamed(named, host.cwd);
	const coverage = startCoverage();
	const parse: ParsePage = (content, parseOptions) => {
		const { result, found } = readAdvisory(content, { ...parseOptions, trace: true });
		const { advisory } = result;
		if (advisory === null || found === null) return result;
		const isChosen =
			(locales.length === 0 || locales.includes(advisory.locale)) &&
			(kinds.length === 0 || kinds.includes(advisory.kind));
		if (isChosen) addPage(coverage, measurePage(parseOptions.path ?? '', advisory, result, found.context));
		return result;
	};
	const tally = startTally();
	const total = host.stderr.isTTY === true ? await input.count() : null;
	const progress = total === null ? NO_PROGRESS : startProgress(host, total);
	try {
		for await (const result of normalizePages(input.pages({}), parse, options)) {
			const reason = result.advisory === null ? rejectReason(result) : null;
			if (reason !== null) addReject(coverage, result.path, reason);
			count(tally, factsOf(result));
			await progress.show(tally);
		}
	} finally {
		await progress.clear();
	}
	const report = reportCoverage(coverage, limit);
	const width = screenWidth(host.stdout, 120, 60, 200);
	await writeTo(
		host.stdout,
		isJson ? `${JSON.stringify(report, null, 2)}\n` : coverageText(report, choosePaint(host.stdout, host.env), width),
	);
	return EXIT.done;
}
