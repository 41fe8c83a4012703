import { normalizePages } from '../archive/normalize-pages.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit-code.ts';
import { wrongUsage } from './failure.ts';
import type { Host } from './host.ts';
import { inspectPage } from './inspect/page.ts';
import { once, readPageFile } from './page-file.ts';
import { PARSE_FLAGS, PARSE_FLAGS_HELP, readParseFlags } from './parse-flags.ts';
import { choosePaint } from './screen/paint.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';

export const help = `Usage: technet-advisory inspect <file> [flags]

Shows what is read from one page: its fields, the tree of its sections with their lines, tables of software, questions,
revisions, and each diagnostic with the line of the source under it.

${PARSE_FLAGS_HELP}
  --help              this text

Exit codes: 0 done, also for a page that is rejected; 1 could not run; 2 wrong usage.

Examples:
  technet-advisory inspect pages/zh-tw/954474.md
  technet-advisory inspect saved.html --locale cs-CZ | less
`;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const { values, positionals } = readArguments(argv, PARSE_FLAGS);
	const [file] = positionals;
	if (file === undefined || positionals.length > 1) throw wrongUsage('name one file to inspect');
	const options = await readParseFlags(values, host.cwd);
	const page = await readPageFile(file, host.cwd);
	const parse = await host.loadParser();
	const width = screenWidth(host.stdout, 100, 60, 140);
	for await (const result of normalizePages(once(page), parse, options)) {
		await writeTo(host.stdout, inspectPage(result, page.lines, choosePaint(host.stdout, host.env), width));
	}
	return EXIT.done;
}
