import { blankAdvisory } from '../advisory/blank.ts';
import { readArguments } from './arguments.ts';
import { compareFiles } from './diff/compare-files.ts';
import { comparisonText } from './diff/comparison-text.ts';
import { openRecordFile, type RecordFile } from './diff/record-file.ts';
import { EXIT } from './exit-code.ts';
import { wrongUsage } from './failure.ts';
import type { Host } from './host.ts';
import { choosePaint } from './screen/paint.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';

/** Tells of the program that wrote a record, not of the page. */
const ALWAYS_IGNORED = '/generator';

export const help = `Usage: technet-advisory diff <old.ndjson> <new.ndjson> [flags]

Shows which fields changed between two runs of normalize, and on how many records: the first difference in each, with
up to three examples of both values; and the records that only one of the files has. Records are matched by
source.path, those that are left by key. Both files are read piece by piece, whatever their size.

  --ignore FIELD      leaves a field out, or what lies at a pattern: source, /links/*/line; repeatable;
                      generator is always left out, its values are shown
  --json              the same as one JSON object
  --help              this text

Exit codes, as of diff: 0 no difference; 1 the files differ; 2 wrong usage, or a file that cannot be read.

Examples:
  technet-advisory diff before.ndjson after.ndjson
  technet-advisory diff before.ndjson after.ndjson --ignore source --json | jq '.fields[] | [.field, .records]'
`;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const { values, positionals } = readArguments(argv, {
		ignore: { type: 'string', multiple: true },
		json: { type: 'boolean' },
	});
	const [oldName, newName] = positionals;
	if (oldName === undefined || newName === undefined || positionals.length > 2)
		throw wrongUsage('name two files of records, the old one first');
	const ignored = [ALWAYS_IGNORED, ...(values.ignore ?? []).map(patternOf)];
	const old = await openRecordFile(oldName, host.cwd);
	try {
		const next = await openRecordFile(newName, host.cwd);
		try {
			await checkIgnored(ignored, [old, next]);
			const comparison = await compareFiles(old, next, ignored);
			const width = screenWidth(host.stdout, 100, 60, 160);
			const paint = choosePaint(host.stdout, host.env);
			await writeTo(
				host.stdout,
				values.json === true ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, paint, width),
			);
			const { added, removed, changed } = comparison;
			return added.length + removed.length + changed > 0 ? EXIT.differ : EXIT.done;
		} finally {
			await next.close();
		}
	} finally {
		await old.close();
	}
}

/** `source`, `/links/3/line`, `links.*.line` to the pattern of such places. */
function patternOf(field: string): string {
	const steps = field.replace(/^\//, '').split(field.includes('/') ? '/' : '.');
	return `/${steps.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('/')}`;
}

/** Every record has all fields: those of the first ones do, beside those that this version knows. */
async function checkIgnored(patterns: readonly string[], files: readonly RecordFile[]): Promise<void> {
	const known = new Set(Object.keys(blankAdvisory()));
	for (const file of files) {
		for await (const { record } of file.records()) {
			for (const field of Object.keys(record)) known.add(field);
			break;
		}
	}
	for (const pattern of patterns) {
		const field = pattern.split('/')[1] ?? '';
		if (!known.has(field)) throw wrongUsage(`--ignore ${field} is no field of a record`);
	}
}
