import { KINDS } from '../../advisory/words.ts';
import type { CoverageReport } from '../../coverage/report.ts';
import type { WordList } from '../../coverage/word-counts.ts';
import { counted } from '../quantity.ts';
import { cutToWidth } from '../screen/display-width.ts';
import type { Paint } from '../screen/paint.ts';
import { printable } from '../screen/printable.ts';
import { type Align, layTable } from '../screen/table.ts';
import { shareText } from './share-text.ts';

const NAME_WIDTH = 20;
const SHARE_WIDTH = 8;
const LONGEST_WORDS = 60;
/** Tables that end in a place are never squeezed: a place that is cut leads nowhere. */
const UNCUT = 1000;

type Table = readonly (readonly string[])[];

/** The report for the screen: a table of fields a kind, then what was not understood. */
export function coverageText(report: CoverageReport, paint: Paint, width: number): string {
	const { pages, records, rejects, text } = report;
	const unclaimed = text.letters - text.claimed;
	const rejected = counted(pages - records, 'reject');
	const parts = [
		`${counted(pages, 'page')}: ${counted(records, 'record')}, ${rejected}\n`,
		...KINDS.flatMap((kind) => fieldTables(report, kind, paint, width)),
		wordTable('Unknown headings', report.unknownHeadings, paint),
		wordTable('Unknown labels', report.unknownLabels, paint),
		wordTable('Rating words that were not read', report.unreadRatings, paint, report.unreadRatings.uncounted),
		part(
			`Text that only sections cover: ${shareText(unclaimed, text.letters)} % of ${counted(text.letters, 'letter')}`,
			['section', 'letters', 'only there', '%', 'most of it'],
			report.sections.map(({ kind, letters, claimed, example }) => [
				kind,
				`${letters}`,
				`${letters - claimed}`,
				shareText(letters - claimed, letters),
				letters === claimed ? '' : `${example.path}:${example.line}`,
			]),
			['left', 'right', 'right', 'right', 'left'],
			paint,
		),
		part(
			'Rejects',
			['rule', 'pages', 'example'],
			rejects.map(({ rule, pages: count, example }) => [rule, `${count}`, example]),
			['left', 'right', 'left'],
			paint,
		),
	];
	return parts.filter((text) => text !== '').join('\n');
}

/** Fields down, locales across; as many tables beneath each other as the screen makes necessary. */
function fieldTables({ groups }: CoverageReport, kind: string, paint: Paint, width: number): string[] {
	const own = groups.filter((group) => group.kind === kind);
	const room = Math.max(1, Math.floor((width - NAME_WIDTH) / SHARE_WIDTH));
	const tables: string[] = [];
	for (let from = 0; from < own.length; from += room) {
		const shown = own.slice(from, from + room);
		const fields = Object.keys(shown[0]?.fields ?? {});
		const rows = [
			['pages', ...shown.map(({ pages }) => `${pages}`)],
			...fields.map((field) => [
				field,
				...shown.map(({ fields: found, pages }) => shareText(found[field]?.pages ?? 0, pages)),
			]),
			['text in fields', ...shown.map(({ text }) => shareText(text.claimed, text.letters))],
		];
		const headers = ['field', ...shown.map(({ locale }) => locale)];
		const align = headers.map((_, column): Align => (column === 0 ? 'left' : 'right'));
		tables.push(part(`Fields of kind ${kind}, % of pages`, headers, rows, align, paint));
	}
	return tables;
}

function wordTable(title: string, { distinct, count, words }: WordList, paint: Paint, uncounted = 0): string {
	const more = uncounted === 0 ? '' : `, ${uncounted} more not listed by their pages`;
	const rows = words.map(({ text, locale, under, pages, count: times, example }) => [
		cutToWidth(printable(text), LONGEST_WORDS),
		locale,
		under ?? '',
		`${pages}`,
		`${times}`,
		`${example.path}:${example.line}`,
	]);
	const headers = ['text', 'locale', 'under', 'pages', 'times', 'example'];
	const align: Align[] = ['left', 'left', 'left', 'right', 'right', 'left'];
	const rest = distinct > words.length ? `  ... ${distinct - words.length} more; --limit shows them\n` : '';
	const body = part(`${title}: ${distinct} different, ${count} times${more}`, headers, rows, align, paint);
	return body === '' ? '' : body + rest;
}

/** A table under its title; nothing where it has no row. */
function part(title: string, headers: string[], rows: Table, align: Align[], paint: Paint): string {
	if (rows.length === 0) return '';
	const dim = (line: string): string => paint('dim', line);
	return `${paint('bold', title)}\n${layTable(rows, { width: UNCUT, headers, align, indent: 2, paint: dim })}`;
}
