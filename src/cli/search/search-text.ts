import type { Facets } from '../../search/facets.ts';
import type { Hit, SearchResult } from '../../search/open-index.ts';
import { counted } from '../quantity.ts';
import type { Paint } from '../screen/paint.ts';
import { printable } from '../screen/printable.ts';
import { wrap, wrapText } from '../screen/wrap.ts';

const INDENT = '  ';
/** Letters without a meaning, which take the places of marks until lines are broken. */
export const SCREEN_MARKS = ['\ue000', '\ue001'] as const;
const MARKED = /\ue000([^\ue001]*)\ue001/g;

const ANY_MARK = /\*\*|[\ue000\ue001]/g;

/** The result for a human eye. */
export function searchText(result: SearchResult, paint: Paint, width: number): string {
	const blocks = result.hits.map((hit) => hitText(hit, paint, width));
	if (result.facets !== undefined) blocks.push(facetsText(result.facets, width));
	const shown = result.hits.length < result.total ? `, ${result.hits.length} shown` : '';
	return [...blocks, `${counted(result.total, 'document')}${shown}\n`].join('\n');
}

function hitText(hit: Hit, paint: Paint, width: number): string {
	const indented = (lines: readonly string[]): string[] => lines.map((line) => `${INDENT}${line}`);
	const room = width - INDENT.length;
	const heading = hit.headline ?? hit.title;
	// words that stand in the heading alone are shown there
	const isHeading = hit.snippet.replace(ANY_MARK, '') === heading;
	const lines = [
		[paint('bold', hit.id), hit.locale, hit.published ?? 'no date'].join('  '),
		...indented(wrapText(isHeading ? hit.snippet : heading, room)),
		...(isHeading ? [] : indented(wrapText(hit.snippet, room)).map((line) => paint('dim', line))),
		`${INDENT}${paint('cyan', `${printable(hit.path ?? hit.recordId)}:${hit.line}`)}`,
		...(hit.translations ?? []).map(
			({ locale, path, recordId }) => `${INDENT}${locale}  ${printable(path ?? recordId)}`,
		),
	];
	return `${lines.join('\n')}\n`.replace(MARKED, (_, word: string) => paint('yellow', word));
}

function facetsText(facets: Facets, width: number): string {
	const lines = Object.entries(facets).flatMap(([facet, counts]) => {
		const values = Object.entries(counts).map(([value, count]) => `${value} ${count}`);
		const wrapped = wrap(values.join(', '), width - 10);
		return wrapped.map((line, index) => `${(index === 0 ? facet : '').padEnd(10)}${line}`);
	});
	return lines.map((line) => `${line}\n`).join('');
}
