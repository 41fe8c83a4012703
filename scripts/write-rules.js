// Writes docs/rules.md from the built registry of rules; runs after `tsc`.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const BLAMES = {
	page: 'the source contradicts itself or lacks something',
	pack: 'a word is not in the locale pack',
	limit: 'something was cut at a limit',
};

const escaped = (cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The whole page; a reject is a rule of severity `error`. */
export function rulesPage(rules) {
	const all = Object.entries(rules).map(([id, rule]) => ({ id, ...rule }));
	const rejects = all.filter(({ severity }) => severity === 'error');
	const findings = all.filter(({ severity }) => severity !== 'error');
	const blames = Object.entries(BLAMES).map(([blame, meaning]) => `- \`${blame}\`: ${meaning}`);
	const rows = (list, ...columns) => list.map((rule) => columns.map((column) => escaped(column(rule))));
	const id = (rule) => `\`${rule.id}\``;
	const blame = (rule) => rule.blame;
	const texts = [(rule) => rule.meaning, (rule) => rule.example];
	return [
		'# Rules',
		'Generated from `src/diagnostic/rules.ts` by `npm run docs`; do not edit.',
		'Every diagnostic names one of these rules. `blame` says whose fault it is:',
		blames.join('\n'),
		`## Rejects (${rejects.length})`,
		'A page that is rejected gives no record, and one diagnostic of severity `error` that says why.',
		table(['rule', 'blame', 'meaning', 'example'], rows(rejects, id, blame, ...texts)),
		`## Findings (${findings.length})`,
		'What was noticed on a page that gives a record. They change no value.',
		table(
			['rule', 'severity', 'blame', 'meaning', 'example'],
			rows(findings, id, (rule) => rule.severity, blame, ...texts),
		),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { RULES } = await import('../dist/diagnostic/rules.js');
	writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage(RULES));
}
