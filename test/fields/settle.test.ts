import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../../src/index-portable.ts';
import type { ParseOptions } from '../../src/options.ts';
import { inventedPage, readPageText, recordOf } from '../invented-page.ts';

const REVISIONS =
	'#### Revisions\n\n-   V1.0 (September 16, 2008): Published.\n-   V1.3 (September 30, 2008): Changed.';

describe('dates and version', () => {
	test.each([
		[
			'the first dateline goes before later lines',
			'Published: September 16, 2008\n\n**Published:** September 17, 2008',
			['2008-09-16', null],
		],
		[
			'a later line tells what the first does not',
			'Updated: September 24, 2008\n\n**Published:** September 17, 2008',
			['2008-09-17', '2008-09-24'],
		],
		[
			'both dates on a line',
			'Published: September 16, 2008 | Updated: September 24, 2008',
			['2008-09-16', '2008-09-24'],
		],
		[
			'a bar that is a letter',
			'Published: September 16, 2008 l Updated: September 24, 2008',
			['2008-09-16', '2008-09-24'],
		],
		['a label printed twice', 'Published: Published: September 16, 2008', ['2008-09-16', null]],
		['a first part without label', 'September 16, 2008 | Updated: September 24, 2008', ['2008-09-16', '2008-09-24']],
		['an empty first part', 'Published: | Updated: September 24, 2008', [null, '2008-09-24']],
		['nothing: no revision is copied up', 'Text.', [null, null]],
	])('%s', (_, dateline, [published, updated]) =>
		expect(recordOf(REVISIONS, { dateline })).toMatchObject({ published, updated }),
	);

	test.each([
		['Published: September 16, 2008\n\n**Version:** 1.0', '1.0'],
		['Published: September 16, 2008\n\n**Version:**1,0', '1.0'],
		['Published: September 16, 2008\n\n**Version** 2.1', '2.1'],
		['Published: September 16, 2008', '1.3'],
	])('%j: the version line goes before the revisions', (dateline, version) =>
		expect(recordOf(REVISIONS, { dateline }).version).toBe(version),
	);

	test('prose that begins with a label is prose', () => {
		const { updated, sections } = recordOf('**Updated**: September 24, 2008, the queue was mended by Contoso.');
		expect(updated).toBeNull();
		expect(sections[0]?.text).toBe('Updated: September 24, 2008, the queue was mended by Contoso.');
	});

	test('a headline that begins with a label is a headline', () =>
		expect(recordOf('Text.', { headline: 'Updated Queue of Contoso Mail Gateway' })).toMatchObject({
			headline: 'Updated Queue of Contoso Mail Gateway',
			published: '2008-09-16',
		}));
});

const matter = (asset: string, address: string, toc: string): string =>
	`---\nTOCTitle: ${toc}\nms:assetid: ${asset}\nms:mtpsurl: https://technet.microsoft.com/en-US/library/${address}(v=Security.10)\n---\n`;

describe('id', () => {
	const page = (id: string) => inventedPage({ title: `Microsoft Security Bulletin ${id} - Critical`, body: 'Text.' });

	test.each<[string, string, string, boolean]>([
		['one id', matter('ms08-999', 'ms08-999', 'MS08-999') + page('MS08-999'), 'MS08-999', false],
		['the title goes first', matter('ms08-998', 'ms08-999', 'MS08-998') + page('MS08-999'), 'MS08-999', true],
		['three against the title', matter('ms08-998', 'ms08-998', 'MS08-998') + page('MS08-999'), 'MS08-998', true],
		['two hyphens', page('MS08--999'), 'MS08-999', false],
		['another dash', page('MS08\u2011999'), 'MS08-999', false],
	])('%s', (_, source, id, conflict) => {
		const { advisory, diagnostics } = readPageText(source);
		expect(advisory.id).toBe(id);
		expect(diagnostics.some(({ rule }) => rule === 'id-conflict')).toBe(conflict);
	});

	test.each([
		['Microsoft Security Advisory 990901', '990901', 'advisory'],
		['Microsoft Security Advisory (990901)', '990901', 'advisory'],
		['Microsoft Security Bulletin MS08-999 - Critical', 'MS08-999', 'bulletin'],
		['Microsoft  MS08-999 - Importante', 'MS08-999', 'bulletin'],
		['Microsoft Security Bulletin 990901', '990901', 'advisory'],
		['Microsoft Vulnerability Research Advisory MSVR11-999', 'MSVR11-999', 'vulnerability-research'],
	])('%s is %s, a page of kind %s: by the form of the id', (title, id, kind) =>
		expect(recordOf('Text.', { title })).toMatchObject({ id, kind, title: title.replace(/ {2}/, ' ') }),
	);

	test.each([
		['ms14-mar', 'MS14-MAR'],
		['MS14-MAI', 'MS14-MAY'],
		['ms10-jan-oob', 'MS10-JAN-OOB'],
		['MS14-5 月', 'MS14-MAY'],
	])('a summary is named by its front matter: %s', (asset, id) => {
		const source = `---\nms:assetid: '${asset}'\n---\n# Microsoft Security Bulletin Summary\n\nPublished: May 13, 2014\n\nText.\n`;
		expect(readPageText(source).advisory).toMatchObject({ id, kind: 'summary' });
	});

	test('keys', () => {
		const source = `---\nms:contentKeyID: 61240123\nms:mtpsurl: https://technet.microsoft.com/zh-tw/library/990901(v=Security.10)\n---\n${inventedPage({ body: 'Text.' })}`;
		const { advisory } = readPageText(source, { locale: 'zh-tw' });
		expect(advisory).toMatchObject({ key: '990901_zh-tw_61240123', recordId: '990901_zh-tw', locale: 'zh-TW' });
	});
});

/** Words enough to know the language without a declaration. */
const ENGLISH = inventedPage({
	body: '## General Information\n\n### Overview\n\nText.\n\n## Suggested Actions\n\nText.\n\n## Other Information',
});

describe('locale', () => {
	const url = (tag: string) =>
		`---\nms:mtpsurl: https://technet.microsoft.com/${tag}/library/990901(v=Security.10)\n---\n`;

	test.each<[string, string, ParseOptions, string]>([
		['the option goes first', url('da-dk') + ENGLISH, { locale: 'CS-cz', path: 'pt-br/990901.md' }, 'cs-CZ'],
		['then the address', url('da-dk') + ENGLISH, { path: 'pt-br/990901.md' }, 'da-DK'],
		['then the folder', ENGLISH, { path: 'a/pt-br/2008/990901.md' }, 'pt-BR'],
		['then the language of the words', ENGLISH, {}, 'en-US'],
	])('%s', (_, source, options, locale) => expect(parseAdvisory(source, options).advisory?.locale).toBe(locale));

	test('the language is that of the words', () =>
		expect(readPageText(ENGLISH, { locale: 'da-DK' }).advisory).toMatchObject({ locale: 'da-DK', language: 'en-US' }));
});

describe('summary and recommendation', () => {
	test.each([
		['the executive summary', 'One.\n\n## Executive Summary\n\nTwo.\n\n**Recommendation.** Three.', 'Two.', 'Three.'],
		['else the introduction', 'One.\n\n## Suggested Actions\n\nTwo.', 'One.', null],
		[
			'up to the first table',
			'## Overview\n\n**Recommendation:** One.\n\nTwo.\n\n| A |\n|---|\n| 1 |\n\nThree.',
			null,
			'One.\n\nTwo.',
		],
	])('%s', (_, body, summary, recommendation) => expect(recordOf(body)).toMatchObject({ summary, recommendation }));

	test.each([
		['None.', { kb: [], text: null }],
		['None', { kb: [], text: null }],
		['See KB990905.', { kb: ['990905'], text: 'See KB990905.' }],
	])('known issues: %s', (text, knownIssues) =>
		expect(recordOf(`## Executive Summary\n\nText.\n\n**Known Issues.** ${text}`)).toMatchObject({ knownIssues }),
	);
});
