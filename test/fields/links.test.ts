import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/mentions/find-mentions.ts';
import { readTarget } from '../../src/mentions/target.ts';
import { inventedPage, readPageText, recordOf } from '../invented-page.ts';

describe('readTarget', () => {
	test.each([
		['http://support.microsoft.com/kb/990901', 'kb', '990901'],
		['https://support.microsoft.com/en-us/kb/990901', 'kb', '990901'],
		['https://support.microsoft.com/help/4990901/some-words', 'kb', '4990901'],
		['http://support.microsoft.com/default.aspx?scid=kb;en-us;990901', 'kb', '990901'],
		['http://support.microsoft.com/default.aspx?scid=kb;[ln];990901', 'kb', '990901'],
		['http://support.microsoft.com/?kbid=990901', 'kb', '990901'],
		['http://support.microsoft.com/?scid=kb;da;Q316999', 'kb', '316999'],
		['http://cve.mitre.org/cgi-bin/cvename.cgi?name=CVE-2008-9990', 'cve', 'CVE-2008-9990'],
		['http://www.cve.mitre.org/cgi-bin/cvename.cgi?name=can-2005-9991', 'cve', 'CVE-2005-9991'],
		['https://www.cve.org/CVERecord?id=CVE-2017-999001', 'cve', 'CVE-2017-999001'],
		['http://technet.microsoft.com/security/bulletin/ms08-999', 'bulletin', 'MS08-999'],
		['http://www.microsoft.com/technet/security/bulletin/ms05-999.mspx', 'bulletin', 'MS05-999'],
		['http://www.microsoft.com/brasil/technet/security/bulletin/MS05_999.mspx', 'bulletin', 'MS05-999'],
		['https://technet.microsoft.com/zh-TW/library/security/ms16-999.aspx', 'bulletin', 'MS16-999'],
		['https://technet.microsoft.com/da-DK/library/ms08-999(v=Security.10)', 'bulletin', 'MS08-999'],
		['http://technet.microsoft.com/security/bulletin/ms14-mar', 'bulletin', 'MS14-MAR'],
		['http://technet.microsoft.com/security/advisory/990901', 'advisory', '990901'],
		['http://www.microsoft.com/technet/security/advisory/990901.mspx', 'advisory', '990901'],
		['https://technet.microsoft.com/library/security/4990901', 'advisory', '4990901'],
		['http://www.microsoft.com/downloads/details.aspx?FamilyID=0123-abc', 'download', null],
		['http://www.microsoft.com/download/details.aspx?id=990', 'download', null],
		['http://catalog.update.microsoft.com/v7/site/Search.aspx?q=990901', 'download', null],
		['mailto:help@contoso.example', 'mail', null],
		['https://technet.microsoft.com/cs-CZ/mailto:help@contoso.example', 'mail', null],
		['http://go.microsoft.com/fwlink/?linkid=990901', 'web', null],
		['http://support.microsoft.com/', 'web', null],
		['http://contoso.example/kb/990901', 'web', null],
		['http://contoso.example/', 'web', null],
	])('%s', (url, kind, id) => expect(readTarget(url)).toEqual({ kind, id }));
});

test('the targets of a paragraph are found however many links it has', () => {
	const runs = Array.from({ length: 300_000 }, (_, index) => ({
		kind: 'text' as const,
		text: 'x',
		start: index,
		end: index + 1,
		strong: false,
		emphasis: false,
		raised: false,
		link: { url: 'http://support.microsoft.com/kb/990901', start: index, end: index + 1 },
	}));
	const found = findMentions([{ kind: 'paragraph', start: 0, end: runs.length, item: null, quote: 0, runs }]);
	expect(found).toHaveLength(300_000);
	expect(found.at(-1)).toMatchObject({ kind: 'kb', id: '990901', start: 299_999 });
});

test('and however many of them print what they lead to', () => {
	const runs = Array.from({ length: 200_000 }, (_, index) => ({
		kind: 'text' as const,
		text: `${100_000 + index} `,
		start: index * 7,
		end: index * 7 + 7,
		strong: false,
		emphasis: false,
		raised: false,
		link: { url: `https://support.microsoft.com/kb/${100_000 + index}`, start: index * 7, end: index * 7 + 7 },
	}));
	const found = findMentions([{ kind: 'paragraph', start: 0, end: 1_400_000, item: null, quote: 0, runs }]);
	expect(found).toHaveLength(200_000);
	expect(found.every(({ kind, printed }) => kind === 'number' && printed)).toBe(true);
});

const linksOf = (body: string) => recordOf(body).links;

describe('links', () => {
	test('each target once, in order of appearance, with its line', () =>
		expect(
			linksOf('[One](http://a.example) and [two](http://b.example/?x&amp;amp;y).\n\n-   [three](http://a.example)'),
		).toEqual([
			{ url: 'http://a.example', text: 'One', kind: 'web', line: 9 },
			{ url: 'http://b.example/?x&y', text: 'two', kind: 'web', line: 9 },
		]));

	test.each<[string, string, string]>([
		[
			'an id in its text decides where the address hides',
			'[MS08-999](http://go.microsoft.com/fwlink/?linkid=1)',
			'bulletin',
		],
		['an article', '[KB990902](http://go.microsoft.com/fwlink/?linkid=1)', 'kb'],
		['a CVE', '[CVE-2008-9990](https://aka.ms/queue)', 'cve'],
		['a text without id', '[more](http://go.microsoft.com/fwlink/?linkid=1)', 'web'],
		['an address that tells', '[MS08-999](http://support.microsoft.com/kb/990902)', 'kb'],
		['a clear address of no kind', '[MS08-999](http://contoso.example)', 'web'],
	])('%s', (_, text, kind) => expect(linksOf(text)).toMatchObject([{ kind }]));

	test.each([
		['in a cell', '<table><tr><td>\n<a href="http://a.example">one</a></td></tr></table>', 10],
		['in a title', '## Overview\n\nText.\n\n#### [one](http://a.example)', 13],
		['in code', '`http://b.example` [one](http://a.example)', 9],
		['over two lines', '<span></span>\n[one\n](http://a.example)', 10],
	])('%s', (_, body, line) =>
		expect(linksOf(body)).toEqual([{ url: 'http://a.example', text: 'one', kind: 'web', line }]),
	);

	test('a link without text', () =>
		expect(linksOf('Text[](http://support.microsoft.com/kb/990902).')).toMatchObject([{ text: '', kind: 'kb' }]));

	test('a bare address is text', () => expect(linksOf('See http://a.example for more.')).toEqual([]));

	test.each(['#kbarticle', 'microsoft-security-advisory-990902.md', 'ftp://a.example', 'javascript:alert(1)', ''])(
		'%j is told, and is no link of the record',
		(url) => {
			const { advisory, diagnostics } = readPageText(inventedPage({ body: `[one](${url})` }));
			expect(advisory.links).toEqual([]);
			expect(diagnostics).toMatchObject([{ rule: 'link-not-absolute', line: 9, actual: url }]);
		},
	);
});
