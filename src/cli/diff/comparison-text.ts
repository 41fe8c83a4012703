import { counted } from '../quantity.ts';
import { cutToWidth } from '../screen/display-width.ts';
import type { Paint } from '../screen/paint.ts';
import { printable } from '../screen/printable.ts';
import { layTable } from '../screen/table.ts';
import type { Comparison } from './compare-files.ts';

type Example = Comparison['fields'][number]['examples'][number];

/** Names of records, and patterns of a field, that are shown. */
const SHOWN = { names: 10, patterns: 4 } as const;

export function comparisonText(comparison: Comparison, paint: Paint, width: number): string {
	const { old, new: next, matched, equal, changed, added, removed, ignored, fields } = comparison;
	const counts = [`${matched.byPath + matched.byKey} matched`, `${equal} equal`, `${changed} changed`];
	if (matched.byKey > 0) counts[0] += ` (${matched.byKey} by key)`;
	const lines = [
		`${old.file}: ${counted(old.records, 'record')}; ${next.file}: ${counted(next.records, 'record')}`,
		[...counts, `${added.length} added`, `${removed.length} removed`].join(', '),
		`ignored: ${ignored.join(', ')}${generatorNote(comparison)}`,
		...nameLines('Added', added, paint),
		...nameLines('Removed', removed, paint),
	];
	const text = lines.map((line) => `${line}\n`).join('');
	if (fields.length === 0) return text;
	const rows = fields.map(({ field, records, patterns }) => [field, `${records}`, patternsText(patterns)]);
	const table = layTable(rows, {
		width,
		headers: ['field', 'records', 'first difference'],
		align: ['left', 'right', 'wrap'],
		paint: (header) => paint('dim', header),
	});
	const examples = fields.flatMap((field) => exampleLines(field, paint, width)).map((line) => `${line}\n`);
	return `${text}\n${table}${examples.join('')}`;
}

function generatorNote({ old, new: next }: Comparison): string {
	const [one, other] = [old.generators.join(', '), next.generators.join(', ')];
	return one === other ? '' : ` (generator: ${one || 'none'}, now ${other || 'none'})`;
}

function nameLines(title: string, names: readonly string[], paint: Paint): string[] {
	if (names.length === 0) return [];
	const rest = names.length > SHOWN.names ? [`  ... ${names.length - SHOWN.names} more; --json has all`] : [];
	return ['', paint('bold', `${title} (${names.length})`), ...names.slice(0, SHOWN.names).map(indented), ...rest];
}

const indented = (name: string): string => `  ${printable(name)}`;

function patternsText(patterns: Comparison['fields'][number]['patterns']): string {
	const shown = patterns.slice(0, SHOWN.patterns).map(({ pattern, records }) => `${pattern} ${records}`);
	const rest = patterns.length - shown.length;
	return [...shown, ...(rest > 0 ? [`${counted(rest, 'pattern')} more`] : [])].join(', ');
}

function exampleLines(
	{ field, records, examples }: Comparison['fields'][number],
	paint: Paint,
	width: number,
): string[] {
	const value = (shown: Example['old'], sign: string, json = false): string => {
		const text = shown === undefined ? '(nothing)' : json ? String(shown) : JSON.stringify(shown);
		return cutToWidth(`    ${sign} ${printable(text)}`, width);
	};
	return [
		'',
		paint('bold', `${field} (${records})`),
		...examples.flatMap((example) => [
			`  ${printable(example.record)} ${example.pointer}`,
			paint('red', value(example.old, '-', example.json)),
			paint('cyan', value(example.new, '+', example.json)),
		]),
	];
}
