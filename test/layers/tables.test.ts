import { describe, expect, test } from 'vitest';
import type { Block, Run } from '../../src/page/block.ts';
import { cutTables } from '../../src/page/cut-tables.ts';
import { engine as satteri } from '../../src/page/engine-satteri.ts';
import { engine as unified } from '../../src/page/engine-unified.ts';
import { readHtmlTable } from '../../src/page/html-table.ts';
import { readMarkdownBlocks } from '../../src/page/markdown-blocks.ts';
import { layGrid } from '../../src/tables/grid.ts';
import { shownRuns } from './shown-runs.ts';

const SMALL = '<table><tr><td>one</td></tr></table>';

describe('cutTables', () => {
	const PAGES: Readonly<Record<string, string>> = {
		'a table alone': `before\n\n${SMALL}\n\nafter`,
		'torn by blank lines': 'a\n\n<table>\n\n<tr>\n\n<td>\n\none\n\n</td>\n\n</tr>\n\n</table>\n\nb',
		'text after it': `${SMALL} and text`,
		'two on a line': `${SMALL}${SMALL}\n`,
		'lone CR': `<p> </p>\r<table>\r<tr><td>a</td>\r</tr></table>\rafter`,
		'upper case, blanks in the closing tag': '<TABLE class=x><tr><td>a</td></tr></TABLE >',
		'not closed, at the end': 'a\n\n<table><tr><td>one',
	};

	test.each(Object.entries(PAGES))('%s: what is left keeps its place in the source', (_, source) => {
		const { masked, tables, sourceOffset } = cutTables(source);
		for (const [at, letter] of [...masked].entries()) {
			if (!/[a-z]/.test(letter)) continue;
			expect(source[sourceOffset(at)]).toBe(letter);
			expect(tables.some(({ start, end }) => sourceOffset(at) >= start && sourceOffset(at) < end)).toBe(false);
		}
		expect(masked).not.toMatch(/<t[dr]/i);
		expect(tables.length).toBeGreaterThan(0);
		for (const { start, end } of tables) expect(source.slice(start, end)).toMatch(/^<table[\s\S]*(?:>|one)$/i);
	});

	test.each([
		['two on a line', `${SMALL}${SMALL}`, [SMALL, SMALL]],
		['ends before the next one', '<table><tr><td>a\n<table><tr><td>b</td></tr></table>', ['<table><tr><td>a']],
		['ends before a heading', '<table><tr><td>a\n\n## Next\n\n<table></table>', ['<table><tr><td>a']],
		['ends before an underlined heading', '<table><tr><td>a\n\nNext\n====\n\ntext', ['<table><tr><td>a']],
		['ends no sooner than its own tag', 'a\n<table>\n====\n\n<table></table>', ['<table>', '<table></table>']],
		['is no other element', 'a <tablet> and a </table>', []],
	])('a table %s', (_, source, expected) => {
		const found = cutTables(source).tables.map(({ start, end }) => source.slice(start, end).trimEnd());
		expect(found.slice(0, expected.length || 1)).toEqual(expected);
	});

	test('lines of empty elements become blank', () =>
		expect(cutTables('<p></p>\ntext\n<span id="a"></span>\n<p>kept</p>').masked).toBe(
			`       \ntext\n${' '.repeat(20)}\n<p>kept</p>`,
		));
});

const words = (runs: readonly Run[]): string => shownRuns(runs).replace(/^[\s⏎↵]+|[\s⏎↵]+$/g, '');

/** A block in short: kind, depth of lists and quotes, text. */
function short(block: Block): string {
	let depth = 0;
	for (let item = block.item; item !== null; item = item.parent) depth++;
	const where = '-'.repeat(depth) + '>'.repeat(block.quote);
	if (block.kind === 'rule') return `${where}rule`;
	if (block.kind !== 'table') return `${where}${block.kind}: ${words(block.runs)}`;
	const rows = block.table.rows.map((row) => row.cells.map((cell) => words(cell.runs)).join(' | '));
	return `${where}table: ${rows.join(' / ')}`;
}

describe.each([
	['unified', unified],
	['satteri', satteri],
])('readMarkdownBlocks with %s', (_, engine) => {
	const read = (source: string, base = 0): string[] => readMarkdownBlocks(source, base, engine).map(short);

	test.each<[string, string, string[]]>([
		[
			'torn by blank lines',
			'before\n\n<table>\n\n<tr>\n\n<td>\n\none\n\n</td>\n\n<td>two</td>\n\n</tr>\n\n</table>\n\nafter',
			['paragraph: before', 'table: one | two', 'paragraph: after'],
		],
		[
			'indented in a list item',
			`-   item\n\n    ${SMALL.replace('<td>', '\n\n        <td>')}\n\n    more\n-   next`,
			['-paragraph: item', '-table: one', '-paragraph: more', '-paragraph: next'],
		],
		['indented like code', `text\n\n        ${SMALL}\n\nafter`, ['paragraph: text', 'table: one', 'paragraph: after']],
		['right under a paragraph', `text\n${SMALL}\n\nafter`, ['paragraph: text', 'table: one', 'paragraph: after']],
		['right above a paragraph', `${SMALL}\nafter **all**`, ['table: one', 'paragraph: after {b|all}']],
		['with text after it', `${SMALL} and text\n\nafter`, ['table: one', 'paragraph: and text', 'paragraph: after']],
		['two on a line', `${SMALL}${SMALL.replace('one', 'two')}`, ['table: one', 'table: two']],
		['between lone CRs', `<p> </p>\r${SMALL}\rafter\r\r## Title`, ['table: one', 'paragraph: after', 'heading: Title']],
		[
			'not closed',
			'<table><tr><td>one</td></tr>\n\n## Title\n\ntext',
			['table: one', 'heading: Title', 'paragraph: text'],
		],
		['in a quote', `> text\n>\n> ${SMALL}\n>\n> more`, ['>paragraph: text', '>table: one', '>paragraph: more']],
		['in a fence, where it is code', `\`\`\`\n${SMALL}\n\`\`\`\n\n${SMALL}`, [`code: {c|${SMALL}}`, 'table: one']],
		['of pipes', '| A | B |\n|---|---|\n| a\\| | **b**<br>c |', ['table: A | B / a| | {b|b}⏎c']],
		['of pipes without header words', '|   |\n|---|\n| Related |', ['table:  / Related']],
	])('a table %s', (_name, source, expected) => expect(read(source)).toEqual(expected));

	test('places are those of the whole source', () => {
		const head = '---\nTitle: a\n---\n';
		const [, table] = readMarkdownBlocks(`${head}text\n\n${SMALL}`, head.length, engine);
		expect(table).toMatchObject({ kind: 'table', start: head.length + 6, end: head.length + 6 + SMALL.length });
	});
});

const tableOf = (source: string) => readHtmlTable(source, { start: 0, end: source.length }, { markdown: true });

/** Rows as `kind: cell | cell`; a header cell begins with `#`, spans follow in brackets. */
function shownTable(source: string): string[] {
	return tableOf(source).rows.map((row) => {
		const cells = row.cells.map(({ header, columns, rows, runs }) => {
			const spans = columns + rows > 2 ? `(${columns},${rows})` : '';
			return `${header ? '#' : ''}${words(runs)}${spans}`;
		});
		return `${row.kind}: ${cells.join(' | ')}`;
	});
}

describe('readHtmlTable', () => {
	test.each<[string, string, string[]]>([
		[
			'head and body',
			'<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>',
			['head: #A', 'body: a'],
		],
		['a row of header cells', '<table><tr><th>A</th><th>B</th></tr></table>', ['head: #A | #B']],
		['a header cell beside a cell', '<table><tr><th>A</th><td>a</td></tr></table>', ['body: #A | a']],
		['a row of class header', '<table><tr class="header"><td>A</td></tr></table>', ['head: A']],
		[
			'spans',
			'<table><tr><td colspan="2">a</td><td rowspan=3>b</td><td colspan=x rowspan="-1">c</td></tr></table>',
			['body: a(2,1) | b(1,3) | c'],
		],
		['cells that are not closed', '<table><tr><td>a<td>b<tr><td>c</table>', ['body: a | b', 'body: c']],
		['cells outside a row', '<table><td>a</td><td>b</td></table>', ['body: a | b']],
		[
			'markup of both kinds',
			'<table><tr><td>**a** <em>b</em><br />[c](http://d.example) &amp; \\*</td></tr></table>',
			['body: {b|a} {i|b}⏎{@http://d.example|c} & *'],
		],
		['angle-bracket text', '<table><tr><td>a <name> b</td></tr></table>', ['body: a <name> b']],
		['a comparison', '<table><tr><td>a < 3 and b</td><td>c</td></tr></table>', ['body: a < 3 and b | c']],
		[
			'text between rows, where it was printed',
			'<table><tr><td>a</td></tr>stray<tr><td>b</td></tr></table>',
			['body: a', 'stray: stray', 'body: b'],
		],
		[
			'text between cells, after its row',
			'<table><tr><td>a</td>stray<td>b</td></tr><tr><td>c</td></tr></table>',
			['body: a | b', 'stray: stray', 'body: c'],
		],
		['empty cells', '<table><tr><td></td><td> </td></tr></table>', ['body:  | ']],
		['nothing', '<table></table>', []],
	])('%s', (_, source, expected) => expect(shownTable(source)).toEqual(expected));

	test('a caption', () => {
		const table = tableOf('<table><caption>A **name**</caption><tr><td>a</td></tr></table>');
		expect(words(table.caption)).toBe('A {b|name}');
		expect(table.rows).toHaveLength(1);
	});

	test('a span to the end is the largest number', () =>
		expect(tableOf('<table><tr><td rowspan="0">a</td></tr></table>').rows[0]?.cells[0]?.rows).toBeGreaterThan(60_000));
});

/** The grid as text; a copy that a span brought stands in brackets, a hole is `-`. */
const shownGrid = (source: string): string[] =>
	layGrid(tableOf(source)).rows.map(({ cells }) =>
		cells.map((cell) => (cell === null ? '-' : cell.origin ? cell.text : `(${cell.text})`)).join(' '),
	);

describe('layGrid', () => {
	test.each<[string, string, string[]]>([
		['lays copies to the right', '<table><tr><td colspan=2>a</td><td>b</td></tr></table>', ['a (a) b']],
		['lays copies down', '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>', ['a b', '(a) c']],
		['leaves holes', '<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>', ['a -', 'b c']],
		['ends spans with the table', '<table><tr><td rowspan=9>a</td><td>b</td></tr></table>', ['a b']],
		[
			'takes huge spans for the whole width',
			'<table><tr><td>a</td><td>b</td></tr><tr><td colspan=65000 rowspan=65000>c</td></tr></table>',
			['a b', 'c (c)'],
		],
		['lays stray text over the width', '<table><tr><td>a</td><td>b</td></tr>stray</table>', ['a b', 'stray (stray)']],
	])('%s', (_, source, expected) => expect(shownGrid(source)).toEqual(expected));
});
