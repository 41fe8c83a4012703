import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { type BuildProgress, type BuildReport, buildIndex } from '../search/build-index.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit-code.ts';
import { wrongUsage } from './failure.ts';
import type { Host } from './host.ts';
import { ENGINE_FLAGS, ENGINE_FLAGS_HELP, readParseFlags } from './parse-flags.ts';
import { startLine } from './progress.ts';
import { counted, formatBytes, formatDuration } from './quantity.ts';
import { tellingSearchErrors } from './search/search-failure.ts';
import { writeTo } from './stream-lines.ts';
import { readThreads } from './thread-flags.ts';

export const help = `Usage: technet-advisory index <records or pages...> [flags]

Makes a file in which technet-advisory search, or any program that reads SQLite, finds the advisories; or brings it up
to date: only pages whose records changed are written, and pages that are gone are removed. Files of records (NDJSON,
as normalize --out writes them) are taken as they are; anything else is read as normalize reads it. The index is built
aside and put into place when it is whole: until then the old one answers.

  --db FILE           the index; without it advisories.db
  --diagnostics FILE  what was noticed on the pages of the records, as normalize --diagnostics writes it
${ENGINE_FLAGS_HELP}
  --workers N         threads that read pages (default: the processors; with --engine 1, and no more)
  --json              what was done, as a JSON object on stdout
  --quiet             no progress and no summary
  --help              this text

Exit codes: 0 done, rejects included; 1 could not run; 2 wrong usage.

Examples:
  technet-advisory index pages --db advisories.db
  technet-advisory index advisories.ndjson --diagnostics diagnostics.ndjson --db advisories.db
  sqlite3 advisories.db "select id, locale, headline from advisories where severity = 'critical'"
`;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const started = host.now();
	const { values, positionals } = readArguments(argv, {
		...ENGINE_FLAGS,
		db: { type: 'string' },
		diagnostics: { type: 'string' },
		workers: { type: 'string' },
		json: { type: 'boolean' },
		quiet: { type: 'boolean' },
	});
	if (positionals.length === 0) throw wrongUsage('name the records or pages to index');
	const name = values.db ?? 'advisories.db';
	const file = resolve(host.cwd, name);
	if (positionals.some((source) => resolve(host.cwd, source) === file)) {
		throw wrongUsage(`--db ${name} is to be read; name another file`);
	}
	const workers = readWorkers(values, host);
	const parse = { ...(await readParseFlags(values, host.cwd)), workers };
	const notes = values.diagnostics === undefined ? {} : { diagnostics: values.diagnostics };
	const isQuiet = values.quiet === true;
	const line = host.stderr.isTTY === true && !isQuiet ? startLine(host) : null;
	const onPage = ({ pages, rejects }: BuildProgress) =>
		void line?.show(() => `${counted(pages, 'page')}, ${counted(rejects, 'reject')}`);
	const report = await tellingSearchErrors(() =>
		buildIndex(file, positionals, { cwd: host.cwd, parse, ...notes, onPage }),
	).finally(() => line?.clear());
	if (values.json === true) await writeTo(host.stdout, `${JSON.stringify(report)}\n`);
	if (!isQuiet) {
		const { size } = await fs.stat(file);
		await writeTo(host.stderr, `${name}: ${reportText(report)}; ${formatBytes(size)} in ${duration(host, started)}\n`);
	}
	return EXIT.done;
}

/** An engine that was named is loaded in this thread, and there alone. */
function readWorkers(
	values: { readonly workers?: string | undefined; readonly engine?: string | undefined },
	host: Host,
): number {
	const { workers = values.engine === undefined ? host.cores : 1 } = readThreads({ workers: values.workers });
	if (values.engine !== undefined && workers > 1) throw wrongUsage('--engine reads in one thread; leave out --workers');
	return workers;
}

const duration = (host: Host, started: number): string => formatDuration(host.now() - started);

function reportText({ added, changed, removed, unchanged, kept, rejects, failed }: BuildReport): string {
	const parts = { added, changed, removed, unchanged, ...(kept > 0 ? { kept } : {}) };
	const done = Object.entries(parts).map(([what, count]) => `${count} ${what}`);
	const pages = `${counted(added + changed + unchanged + kept, 'page')} (${done.join(', ')})`;
	const why = failed === 0 ? '' : ` (${failed} not read, so nothing was removed)`;
	return `${pages}, ${counted(rejects, 'reject')}${why}`;
}
