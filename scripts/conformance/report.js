// Texts for readers.

const percent = ({ documents, agree, inPages }) =>
	documents === 0 ? '-' : `${(((agree + inPages) / documents) * 100).toFixed(2)} %`;

const cells = (sum) => [percent(sum), `${sum.agree}+${sum.inPages}/${sum.documents}`];

/** The share of documents that agree, by measure; `a+b/n`: equal, different only in the pages, of how many. */
export function agreementTable(sums) {
	const head = ['measure', 'all', '', 'one revision state', '', 'several states', ''];
	const rows = Object.entries(sums).map(([name, { all, same, other }]) => [name, ...[all, same, other].flatMap(cells)]);
	return columns([head, ...rows]);
}

export function columns(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

const STANDS = { listed: ' [in the pages: listed]', 'not-printed': ' [in the pages: not printed there]' };
/** Rows that are shown of each side. */
const SHOWN = 3;

/** One difference: both places with their values, and the rows that only one side has. */
export function differenceText({ id, measure, paths, lines, values, sameRevision, stands, only }) {
	const state = sameRevision ? '' : ' [another revision state]';
	const sides = paths.map((path, side) => [
		`    ${path}:${lines[side]}  ${values[side] ?? '-'}`,
		...(only?.[side] ?? []).slice(0, SHOWN).map((row) => `      more here, line ${row.line}: ${row.name}`),
	]);
	return [`${id} ${measure}${STANDS[stands] ?? ''}${state}`, ...sides.flat()].join('\n');
}
