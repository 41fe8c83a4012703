import type { Impact, Kind, Severity } from '../../advisory/words.ts';
import { IMPACTS, KINDS, SEVERITIES } from '../../advisory/words.ts';
import { type SearchOptions, SORTS, type Sort } from '../../search/options.ts';
import { readArguments } from '../arguments.ts';
import { wrongUsage } from '../failure.ts';
import { wrap } from '../screen/wrap.ts';

export const SEARCH_HELP = `Usage: technet-advisory search <words...> [flags]

Finds documents in an index that technet-advisory index made, in any of their languages; a document and its
translations are one hit. All words must stand in the document, in any case, with or without diacritics. An id in any
spelling goes straight to its document: ms08-067, KB958644, 958644, CVE-2008-4250.

  '"kill bit"'        the words next to each other, in quotation marks that the shell leaves alone
  -word               must not stand in the document
  word*               words that begin so

  --db FILE           the index; without it advisories.db
  --locale TAG        shows the page in a language, and finds documents that have one: zh-TW, de
  --all-locales       lists the languages of each document
  --kind KIND         ${KINDS.join(', ')}
  --severity WORD     ${SEVERITIES.join(', ')}
  --impact WORD       ${wrap(IMPACTS.join(', '), 96).join(`\n${' '.repeat(22)}`)}
  --product NAME      English name of an affected product, component or family, or words of it: "Windows XP"
  --kb, --cve ID      article or vulnerability that the page names
  --since, --until D  published then: 2008-10-23, 2008-10 or 2008
  --sort ORDER        ${SORTS.join(', ')}
  --limit N           most hits that are shown, 10 where it is not said
  --facets            counts of documents by kind, severity, impact, language, family and year
  --json              the result as a JSON object
  --help              this text

Exit codes: 0 done, also where nothing was found; 1 could not run; 2 wrong usage.

Examples:
  technet-advisory search ms08 067
  technet-advisory search '"remote code execution"' excel --since 2009 --product "Windows XP" --facets
  technet-advisory search --severity critical --locale pt-BR --sort newest --json | jq -r '.hits[].headline'
`;

export interface SearchArguments {
	readonly db: string;
	readonly isJson: boolean;
	readonly options: SearchOptions;
}

export function readSearchArguments(argv: readonly string[]): SearchArguments {
	const { flags, words } = partWords(argv);
	const known = {
		db: { type: 'string' },
		locale: { type: 'string' },
		'all-locales': { type: 'boolean' },
		kind: { type: 'string' },
		severity: { type: 'string' },
		impact: { type: 'string' },
		product: { type: 'string' },
		kb: { type: 'string' },
		cve: { type: 'string' },
		since: { type: 'string' },
		until: { type: 'string' },
		sort: { type: 'string' },
		limit: { type: 'string' },
		facets: { type: 'boolean' },
		json: { type: 'boolean' },
	} as const;
	const { values, positionals } = readArguments(flags, known, 'a word');
	const { db = 'advisories.db', json, limit, 'all-locales': allLocales, facets, ...filters } = values;
	const query = [...positionals, ...words].join(' ');
	if (query === '' && Object.keys(filters).length === 0) throw wrongUsage('name the words to find, or a filter');
	if (limit !== undefined && !/^\d{1,4}$/.test(limit)) throw wrongUsage(`--limit ${limit} is no number`);
	// what the words are is checked where they are used
	const chosen = filters as typeof filters & { kind?: Kind; severity?: Severity; impact?: Impact; sort?: Sort };
	return {
		db,
		isJson: json === true,
		options: {
			...chosen,
			words: query,
			allLocales: allLocales === true,
			facets: facets === true,
			...(limit === undefined ? {} : { limit: Number(limit) }),
		},
	};
}

/** Words with a minus before them look like flags of one letter, of which there is none here. */
function partWords(argv: readonly string[]): { flags: string[]; words: string[] } {
	const end = argv.indexOf('--');
	const before = end < 0 ? argv : argv.slice(0, end);
	const isWord = (argument: string): boolean => /^-[^-]/.test(argument);
	return {
		flags: before.filter((argument) => !isWord(argument)),
		words: [...before.filter(isWord), ...(end < 0 ? [] : argv.slice(end + 1))],
	};
}
