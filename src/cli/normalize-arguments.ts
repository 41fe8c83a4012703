import { resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { wrongUsage } from './failure.ts';
import { LIMIT_FLAGS, LIMIT_FLAGS_HELP } from './limit-flags.ts';
import type { InputArguments } from './named-sources.ts';
import { PARSE_FLAGS, PARSE_FLAGS_HELP } from './parse-flags.ts';
import type { OutputFiles } from './targets.ts';
import { readThreads } from './thread-flags.ts';

export const NORMALIZE_HELP = `Usage: technet-advisory normalize <files, folders or archives...> [flags]
       technet-advisory normalize --files-from LIST [flags]
       technet-advisory normalize --stdin-records [flags]

Reads pages and writes one canonical record a page, as NDJSON, in the order of the input. A folder or an archive (.tar,
.tar.gz, .tgz, .zip) gives its .md, .markdown, .html and .htm files at any depth, sorted by the bytes of the path; a
file that is named is read whatever its extension. Paths in records are relative to the folder, or to the inside of the
archive, where one alone is named, else to the current folder, an archive counting as a folder. Nothing is unpacked to
disk, and links in archives are not followed.

  --files-from LIST   what to read, one path a line, relative to the current folder; - for stdin. What is missing is a
                      reject. A list with zeros in it has names that end with a zero (find -print0)
  --stdin-records     pages come as NDJSON on stdin, { path, content } or { path, contentBase64 } a line; every line
                      gives one line, in order: a record, or { path, reject, diagnostics }. With --out rejects also
                      go to FILE.rejects.ndjson, with their hash

  --out FILE          records go to FILE instead of stdout; it appears when it is whole, until then it is FILE.partial.
                      FILE.manifest.json says what the records are made with
  --rejects FILE      pages that are no advisory: { path, reject, sha256, diagnostics }; without it, with --out they go
                      to FILE.rejects.ndjson
  --diagnostics FILE  what was noticed on the others: { path, key, diagnostics }
${PARSE_FLAGS_HELP}
  --resume            goes on with the FILE.partial of a run that did not end: give the command it was begun with; what
                      it has finished is not read again. What was made with something else is kept aside
  --reuse FILE        records of a former run (--out): pages that are the same are copied, not read, where version,
                      packs and options are the same; repeatable
  --workers N         threads that read pages (default: the processors); the output is the same whatever their number.
                      1 reads in the process itself, where a page that hangs or takes all memory cannot be stopped,
                      unless one of the next two is given
  --page-timeout S    seconds that a page may take (30); one that takes longer is a reject, page-timeout
  --worker-memory MB  heap that a thread may take (512); a page that takes more is a reject, page-memory
${LIMIT_FLAGS_HELP}
  --strict            exit with 3 if a page was rejected, unless as not-an-advisory or index-page
  --summary           print the summary as a table also where stderr is no terminal
  --quiet             no progress and no summary
  --help              this text

A signal (Ctrl+C) ends the run when the pages in hand are done, and leaves what --resume goes on with; a second one
ends it at once.

Exit codes: 0 done, rejects included; 1 could not run; 2 wrong usage; 3 see --strict; 130 stopped by SIGINT, 143 by
SIGTERM.

Examples:
  technet-advisory normalize pages --out advisories.ndjson --rejects rejects.ndjson
  technet-advisory normalize pages --out advisories.ndjson --resume
  technet-advisory normalize pages --out new.ndjson --reuse old.ndjson
  technet-advisory normalize zh-tw cs-cz | jq -r '[.id, .locale, .title] | @tsv'
  technet-advisory normalize pages.tar.gz --out advisories.ndjson
  git diff -z --name-only --diff-filter=d main -- pages | technet-advisory normalize --files-from -
  technet-advisory normalize 954474.md --locale zh-TW --engine unified
`;

/** Reads the arguments of `normalize`; an error says what is wrong with them. */
export function readNormalizeArguments(argv: readonly string[], cwd: string) {
	const { values, positionals } = readArguments(argv, {
		...PARSE_FLAGS,
		...LIMIT_FLAGS,
		'files-from': { type: 'string' },
		'stdin-records': { type: 'boolean' },
		out: { type: 'string' },
		rejects: { type: 'string' },
		diagnostics: { type: 'string' },
		resume: { type: 'boolean' },
		reuse: { type: 'string', multiple: true },
		workers: { type: 'string' },
		'page-timeout': { type: 'string' },
		'worker-memory': { type: 'string' },
		strict: { type: 'boolean' },
		summary: { type: 'boolean' },
		quiet: { type: 'boolean' },
	});
	const input: InputArguments = {
		named: positionals,
		filesFrom: values['files-from'] ?? null,
		isRecords: values['stdin-records'] === true,
	};
	checkInput(input, values.rejects);
	if (values.quiet === true && values.summary === true) throw wrongUsage('--quiet and --summary exclude each other');
	const files: OutputFiles = {
		out: values.out ?? null,
		rejects: values.rejects ?? null,
		diagnostics: values.diagnostics ?? null,
	};
	const { filesFrom } = input;
	const lists = filesFrom === null || filesFrom === '-' ? [] : [filesFrom];
	const sources = [...positionals, ...lists, ...(values.pack ?? [])];
	checkTargets(files, sources, cwd);
	if (values.resume === true && files.out === null) throw wrongUsage('--resume goes on with a file: name it by --out');
	return {
		values,
		files,
		input,
		/** All that is to be read of files that are named, packs too. */
		sources,
		resume: values.resume === true,
		reuse: values.reuse ?? [],
		threads: readThreads(values),
	};
}

function checkInput({ named, filesFrom, isRecords }: InputArguments, rejects: string | undefined): void {
	const flag = isRecords ? '--stdin-records' : '--files-from';
	if (isRecords && filesFrom !== null) throw wrongUsage('--files-from and --stdin-records exclude each other');
	if (named.length === 0 && !isRecords && filesFrom === null) {
		throw wrongUsage('name the files, folders or archives to normalize, or take --files-from or --stdin-records');
	}
	if (named.length > 0 && (isRecords || filesFrom !== null)) {
		throw wrongUsage(`${flag} says what to read; ${named[0]} cannot be named beside it`);
	}
	if (isRecords && rejects !== undefined) {
		throw wrongUsage('--rejects and --stdin-records exclude each other: rejects stand among the records');
	}
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
