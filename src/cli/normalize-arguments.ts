import { resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { wrongUsage } from './failure.ts';
import type { OutputFiles } from './outputs.ts';
import { PARSE_FLAGS, PARSE_FLAGS_HELP } from './parse-flags.ts';

export const NORMALIZE_HELP = `Usage: technet-advisory normalize <files or folders...> [flags]

Reads pages and writes one canonical record a page, as NDJSON, in the order of the input. A folder gives its .md,
.markdown, .html and .htm files at any depth, sorted; a file that is named is read whatever its extension. Paths in
records are relative to the folder where one folder alone is named, else to the current folder.

  --out FILE          records go to FILE instead of stdout; it appears when it is whole
  --rejects FILE      pages that are no advisory: { path, reject, diagnostics }
  --diagnostics FILE  what was noticed on the others: { path, key, diagnostics }
${PARSE_FLAGS_HELP}
  --strict            exit with 3 if a page was rejected, unless as not-an-advisory or index-page
  --summary           print the summary as a table also where stderr is no terminal
  --quiet             no progress and no summary
  --help              this text

Exit codes: 0 done, rejects included; 1 could not run; 2 wrong usage; 3 see --strict.

Examples:
  technet-advisory normalize pages --out advisories.ndjson --rejects rejects.ndjson
  technet-advisory normalize zh-tw cs-cz | jq -r '[.id, .locale, .title] | @tsv'
  technet-advisory normalize 954474.md --locale zh-TW --engine unified
`;

/** Reads the arguments of `normalize`; an error says what is wrong with them. */
export function readNormalizeArguments(argv: readonly string[], cwd: string) {
	const { values, positionals } = readArguments(argv, {
		...PARSE_FLAGS,
		out: { type: 'string' },
		rejects: { type: 'string' },
		diagnostics: { type: 'string' },
		strict: { type: 'boolean' },
		summary: { type: 'boolean' },
		quiet: { type: 'boolean' },
	});
	if (positionals.length === 0) throw wrongUsage('name the files or folders to normalize');
	if (values.quiet === true && values.summary === true) throw wrongUsage('--quiet and --summary exclude each other');
	const files: OutputFiles = {
		out: values.out ?? null,
		rejects: values.rejects ?? null,
		diagnostics: values.diagnostics ?? null,
	};
	checkTargets(files, positionals, cwd);
	return { values, files, sources: positionals };
}

function checkTargets(files: OutputFiles, sources: readonly string[], cwd: string): void {
	const taken = new Map(sources.map((source) => [resolve(cwd, source), 'is to be read']));
	for (const [flag, file] of Object.entries(files)) {
		if (file === null) continue;
		const place = resolve(cwd, file);
		const use = taken.get(place);
		if (use !== undefined) throw wrongUsage(`--${flag} ${file} ${use}; name another file`);
		// several streams of lines may go to one terminal or to nowhere
		if (!place.startsWith('/dev/')) taken.set(place, `is the target of --${flag} already`);
	}
}
