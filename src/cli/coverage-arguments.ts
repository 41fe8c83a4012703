import { KINDS } from '../advisory/words.ts';
import { readArguments } from './arguments.ts';
import { wrongUsage } from './failure.ts';
import { canonicalTag, ENGINE_FLAGS, ENGINE_FLAGS_HELP } from './parse-flags.ts';

/** Words that the lists of the screen have where no limit is given; the JSON has all. */
const LISTED = 20;

export const COVERAGE_HELP = `Usage: technet-advisory coverage <files, folders or archives...> [flags]

Shows what is found on many pages and what is not: by locale, kind and field the share of pages on which the field is
not null and not empty; headings and bold labels before a colon that no pack knows, rating words that were not read,
each with counts and one place; the share of the text that no field but sections covers; rejects by rule.

  --locale TAG        only records of this locale; repeatable
  --kind KIND         only records of this kind: ${KINDS.join(', ')}; repeatable
  --limit N           words a list (${LISTED}; with --json all)
  --json              one JSON object instead of tables
${ENGINE_FLAGS_HELP}
  --help              this text

Pages that are rejected have no locale and no kind: they are counted whatever is chosen.

Exit codes: 0 done; 1 could not run; 2 wrong usage.

Examples:
  technet-advisory coverage pages --kind advisory
  technet-advisory coverage zh-tw cs-cz --locale zh-TW --json | jq .unknownLabels
`;

/** Reads the arguments of `coverage`; an error says what is wrong with them. */
export function readCoverageArguments(argv: readonly string[]) {
	const { values, positionals } = readArguments(argv, {
		...ENGINE_FLAGS,
		locale: { type: 'string', multiple: true },
		kind: { type: 'string', multiple: true },
		limit: { type: 'string' },
		json: { type: 'boolean' },
	});
	if (positionals.length === 0) throw wrongUsage('name the files or folders to measure');
	const isJson = values.json === true;
	return {
		sources: positionals,
		isJson,
		limit: readLimit(values.limit) ?? (isJson ? Number.POSITIVE_INFINITY : LISTED),
		locales: (values.locale ?? []).map(canonicalTag),
		kinds: (values.kind ?? []).map(readKind),
		flags: { engine: values.engine, pack: values.pack },
	};
}

function readLimit(limit: string | undefined): number | null {
	if (limit === undefined) return null;
	if (!/^\d{1,9}$/.test(limit)) throw wrongUsage(`--limit ${limit} is no number of words`);
	return Number(limit);
}

function readKind(name: string) {
	const kind = KINDS.find((known) => known === name);
	if (kind === undefined) throw wrongUsage(`--kind ${name} is not known; take ${KINDS.join(', ')}`);
	return kind;
}
