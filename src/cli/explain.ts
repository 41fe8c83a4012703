import type { ParsePage } from '../archive/archive-result.ts';
import { rejectReason } from '../archive/ndjson.ts';
import { normalizePages } from '../archive/normalize-pages.ts';
import { RULES } from '../diagnostic/rules.ts';
import { type Explained, explainAdvisory } from '../explain-advisory.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit-code.ts';
import { explainText } from './explain/explain-text.ts';
import { explain } from './explain/explanation.ts';
import { findField } from './explain/field-path.ts';
import { couldNotRun, wrongUsage } from './failure.ts';
import type { Host } from './host.ts';
import { once, readPageFile } from './page-file.ts';
import { PARSE_FLAGS, PARSE_FLAGS_HELP, readParseFlags } from './parse-flags.ts';
import { choosePaint } from './screen/paint.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';

export const help = `Usage: technet-advisory explain <file> <field> [flags]

Shows how a value of a record came about: the lines of the source with carets under the place, the reader and the entry
of the locale pack that read it, and what else the page offers for the field and was not taken.

A field is a way into the record: published, revisions/0/date, sections.2.kind, kb, /links/3.

  --json              the same as one JSON object, values and texts in full
${PARSE_FLAGS_HELP}
  --help              this text

Exit codes: 0 done; 1 could not run, the page is rejected, or the page has no such item; 2 wrong usage.

Examples:
  technet-advisory explain pages/zh-tw/954474.md published
  technet-advisory explain 954474.md revisions/0/date --json | jq .rejected
`;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const { values, positionals } = readArguments(argv, { ...PARSE_FLAGS, json: { type: 'boolean' } });
	const [file, field] = positionals;
	if (file === undefined || field === undefined || positionals.length > 2)
		throw wrongUsage('name one file and one field of its record');
	const options = await readParseFlags(values, host.cwd);
	const page = await readPageFile(file, host.cwd);
	const read: Explained[] = [];
	const parse: ParsePage = (content, parseOptions) => {
		const explained = explainAdvisory(content, parseOptions);
		read.push(explained);
		return explained.result;
	};
	for await (const result of normalizePages(once(page), parse, options)) {
		const reason = rejectReason(result);
		if (result.advisory === null || read[0] === undefined)
			throw couldNotRun(
				`${file} gives no record: ${reason === null ? 'unknown' : `${reason}. ${RULES[reason].meaning}`}`,
			);
		const explanation = explain(findField(result.advisory, field), read[0], page);
		const width = screenWidth(host.stdout, 100, 60, 140);
		await writeTo(
			host.stdout,
			values.json === true
				? `${JSON.stringify(explanation, null, 2)}\n`
				: explainText(explanation, page.lines, choosePaint(host.stdout, host.env), width),
		);
	}
	return EXIT.done;
}
