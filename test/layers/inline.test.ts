import { describe, expect, test } from 'vitest';
import { type InlineSyntax, readInline } from '../../src/page/inline.ts';
import { shownRuns } from './shown-runs.ts';

const read = (source: string, syntax: InlineSyntax = { markdown: true }): string =>
	shownRuns(readInline(source, { start: 0, end: source.length }, syntax));

const rows = (table: Readonly<Record<string, string>>) => Object.entries(table);

describe('emphasis as CommonMark has it', () => {
	test.each(
		rows({
			'*one*': '{i|one}',
			_one_: '{i|one}',
			'**one**': '{b|one}',
			__one__: '{b|one}',
			'***one***': '{bi|one}',
			'**one *two* three**': '{b|one }{bi|two}{b| three}',
			'*one **two***': '{i|one }{bi|two}',
			'***one** two*': '{bi|one}{i| two}',
			'**one** and **two**': '{b|one} and {b|two}',
			'in**side**words': 'in{b|side}words',
			snake_case_name: 'snake_case_name',
			'2 * 3 * 4': '2 * 3 * 4',
			'**one*': '*{i|one}',
			'*one **two*': '*one *{i|two}',
			'a star * alone': 'a star * alone',
			'*one `*` two*': '{i|one }{ic|*}{i| two}',
			'**one\ntwo**': '{b|one}↵{b|two}',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('bold that CommonMark leaves literal', () => {
	test.each(
		rows({
			'**版本：**2.0': '{b|版本：}2.0',
			'**注意：**SMS': '{b|注意：}SMS',
			'**完了。**次': '{b|完了。}次',
			'**Obs.**tekst': '{b|Obs.}tekst',
			'**Label:** x': '{b|Label:} x',
			'**Label** **:** x': '{b|Label} {b|:} x',
			'**Label**:**:** x': '{b|Label}:{b|:} x',
			'**Nota **texto': '{b|Nota }texto',
			'**Nota\u00A0**texto': '{b|Nota\u00A0}texto',
			'** Nota** texto': '{b| Nota} texto',
			'one ** ** two': 'one {b| } two',
			'**/help        **shows help': '{b|/help        }shows help',
			'**One:**two **three:**four': '{b|One:}two {b|three:}four',
			'a lone ** stays': 'a lone ** stays',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));

	test.each(['*****', 'Rating*****', '**********', '_______'])('a long run is a mark or a rule: %j', (source) =>
		expect(read(source)).toBe(source),
	);
});

describe('links', () => {
	const at = 'http://contoso.example';
	test.each(
		rows({
			[`[text](${at}/)`]: `{@${at}/|text}`,
			[`[text](${at}/a_(b))`]: `{@${at}/a_(b)|text}`,
			[`[text](${at}/a_\\(b)`]: `{@${at}/a_(b|text}`,
			[`[text](${at} "title")`]: `{@${at}|text}`,
			[`[text](${at} 'title')`]: `{@${at}|text}`,
			[`[text](${at} (title))`]: `{@${at}|text}`,
			[`[text](<${at}/a b>)`]: `{@${at}/a b|text}`,
			[`[text](${at}/a b.aspx)`]: `{@${at}/a b.aspx|text}`,
			[`[text](${at}/?a=1&amp;b=2)`]: `{@${at}/?a=1&b=2|text}`,
			[`[text](${at}/?a=1&amp;amp;b=2)`]: `{@${at}/?a=1&b=2|text}`,
			[`[one\ntwo](${at})`]: `{@${at}|one}↵{@${at}|two}`,
			[`[text](\n${at}\n)`]: `{@${at}|text}`,
			[`[](${at})`]: `{@${at}|}`,
			[`[![picture](one.gif)](${at})`]: `{@${at}|}`,
			[`[**bold**](${at})`]: `{b@${at}|bold}`,
			[`**[bold](${at})**`]: `{b@${at}|bold}`,
			[`[a \\] b](${at})`]: `{@${at}|a ] b}`,
			[`word[text](${at})word`]: `word{@${at}|text}word`,
			[`[outer [inner](${at}) text](${at}/2)`]: `[outer {@${at}|inner} text](${at}/2)`,
			[`<${at}/a>`]: `{@${at}/a|${at}/a}`,
			'<help@contoso.example>': '{@mailto:help@contoso.example|help@contoso.example}',
			[`<a href="${at}/?a&amp;b">text</a>.`]: `{@${at}/?a&b|text}.`,
			[`<A class=x HREF='${at}'>text</A>`]: `{@${at}|text}`,
			[`<a title="a > b" href="${at}"><b>bold</b></a>`]: `{b@${at}|bold}`,
			'<a name="here">text</a>': 'text',
			'[text](#same-page)': '{@#same-page|text}',
			'![picture](one.gif)': '',
			'[1]': '[1]',
			'[text] (http://contoso.example)': '[text] (http://contoso.example)',
			'[text](http://contoso.example': '[text](http://contoso.example',
			'[text](no address)': '[text](no address)',
			'two [text](http://a.example)[more](http://b.example)': 'two {@http://a.example|text}{@http://b.example|more}',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('code', () => {
	test.each(
		rows({
			'`a *b* c`': '{c|a *b* c}',
			'``a ` b``': '{c|a ` b}',
			'`` ` ``': '{c|`}',
			'` a `': '{c|a}',
			'`C:\\\\Contoso`': '{c|C:\\\\Contoso}',
			'`&amp; <br>`': '{c|&amp; <br>}',
			'an ` alone': 'an ` alone',
			'``a`': '``a`',
			'**`a`**': '{bc|a}',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('escapes', () => {
	test.each([
		// source, in markdown, in a cell
		['\\*a\\*', '*a*', '*a*'],
		['\\[1\\]', '[1]', '[1]'],
		['C:\\\\a\\_b', 'C:\\a_b', 'C:\\a_b'],
		['VU\\#99', 'VU#99', 'VU#99'],
		['\\<a\\>', '<a>', '<a>'],
		['%Windir%\\$Nt', '%Windir%$Nt', '%Windir%\\$Nt'],
		['%Windir%\\%a%', '%Windir%%a%', '%Windir%\\%a%'],
		['C:\\Contoso', 'C:\\Contoso', 'C:\\Contoso'],
		['ends in \\', 'ends in \\', 'ends in \\'],
	])('%j', (source, markdown, cell) => {
		expect(read(source)).toBe(markdown);
		expect(read(source, { markdown: true, cell: true })).toBe(cell);
	});

	test('a day before an escaped point', () => expect(read('13\\. juni 2008')).toBe('13. juni 2008'));
});

describe('entities', () => {
	test.each(
		rows({
			'A &amp; B': 'A & B',
			'&lt;day month year&gt;': '<day month year>',
			'&quot;a&quot;': '"a"',
			'a&nbsp;b': 'a\u00A0b',
			'&ndash;&nbsp;a': '–\u00A0a',
			'&#8211; &#x2013;': '– –',
			'A &amp;amp; B': 'A & B',
			'&amp;lt;a&amp;gt;': '<a>',
			'a&amp;nbsp;b': 'a\u00A0b',
			'A & B, AT&T': 'A & B, AT&T',
			'&unknown; &amp': '&unknown; &amp',
			'&#42;no emphasis&#42;': '*no emphasis*',
		}),
	)('%j', (source, expected) => {
		expect(read(source)).toBe(expected);
		expect(read(source, { markdown: false })).toBe(expected);
	});
});

describe('tags', () => {
	test.each(
		rows({
			'mark<sup>1</sup> <SUP>[2]</SUP>': 'mark{^|1} {^|[2]}',
			'<strong>a</strong> <b>b</b> <em>c</em> <i>d</i>': '{b|a} {b|b} {i|c} {i|d}',
			'one<br>two<br/>three<br />four': 'one⏎two⏎three⏎four',
			'<b>one **two**</b> *three*': '{b|one two} {i|three}',
			'<b>never closed': '{b|never closed}',
			'</b>never opened': 'never opened',
			'<span id="x"></span><!-- note -->text': 'text',
			'<lines removed>': '<lines removed>',
			'type <name> here': 'type <name> here',
			'a < b, c<3': 'a < b, c<3',
			'one<p>two</p>three': 'one⏎two⏎three',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));

	test('without markdown only tags and entities are markup', () =>
		expect(read('*a* `b` \\* [c](d) <b>e</b>', { markdown: false })).toBe('*a* `b` \\* [c](d) {b|e}'));
});

describe('line ends', () => {
	test.each(
		rows({
			'one\ntwo': 'one↵two',
			'one \ntwo': 'one↵two',
			'one  \ntwo': 'one⏎two',
			'one\\\ntwo': 'one⏎two',
			'one  \r\ntwo\r\nthree': 'one⏎two↵three',
			'one\rtwo  \rthree': 'one↵two⏎three',
			'one\n    two': 'one↵two',
			'one\u00A0  \ntwo': 'one\u00A0⏎two',
			'one\u00A0\u00A0\ntwo': 'one\u00A0\u00A0↵two',
			'one  \u00A0\ntwo': 'one  \u00A0↵two',
		}),
	)('%j', (source, expected) => expect(read(source)).toBe(expected));

	test.each([
		['one\n> two', 1, 'one↵two'],
		['one\n>two  \n>  three', 1, 'one↵two⏎three'],
		['one\n> > two\n>> three', 2, 'one↵two↵three'],
		['one\ntwo', 1, 'one↵two'],
		['one\n> \\> two', 1, 'one↵> two'],
	])('%j in %i quotes', (source, quote, expected) => expect(read(source, { markdown: true, quote })).toBe(expected));
});
