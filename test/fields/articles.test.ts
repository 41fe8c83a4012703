import { describe, expect, test } from 'vitest';
import { recordOf } from '../invented-page.ts';

const rolesOf = (...page: Parameters<typeof recordOf>) =>
	Object.fromEntries(recordOf(...page).kb.map(({ id, roles }) => [id, roles.join()]));

const REFERENCES = `| References | Identification |
|---|---|
| **Microsoft Knowledge Base Article** | [990902](http://support.microsoft.com/kb/990902) |`;

const SOFTWARE = `<table><tr><th>Affected Software</th><th>Updates Replaced</th></tr>
<tr><td>Windows XP Service Pack 3 (KB990903)</td><td>MS07-999 (KB990904)</td></tr></table>`;

describe('roles', () => {
	test.each<[string, string, string, string]>([
		['the table of references', REFERENCES, '990902', 'page'],
		['a product row', `## Affected Software\n\n${SOFTWARE}`, '990903', 'update'],
		['what it replaces', `## Affected Software\n\n${SOFTWARE}`, '990904', 'replaced'],
		['a mention', 'See KB990905.', '990905', 'mention'],
		['a page article that is mentioned, too', `See KB990902.\n\n${REFERENCES}`, '990902', 'page'],
	])('%s', (_, body, id, roles) => expect(rolesOf(body)[id]).toBe(roles));

	test('the headline of a bulletin', () => {
		const bulletin = { title: 'Microsoft Security Bulletin MS08-999 - Critical' };
		const headline = 'Vulnerability in the Queue (990902)';
		expect(rolesOf('Text.', { ...bulletin, headline })).toEqual({ '990902': 'page' });
		expect(recordOf('Text.', { ...bulletin, headline }).headline).toBe('Vulnerability in the Queue');
	});

	test('several roles stand in the order of the set', () =>
		expect(rolesOf(`${REFERENCES}\n\n## Affected Software\n\n${SOFTWARE.replace('990903', '990902')}`)['990902']).toBe(
			'page,update',
		));
});

describe('what makes a number an article', () => {
	test.each([
		['KB990905', 'the letters'],
		['KB 990905', 'the letters and a blank'],
		['Microsoft Knowledge Base Article 990905', 'the words'],
		['[990905](http://support.microsoft.com/kb/990905)', 'the link'],
		['[the article](http://support.microsoft.com/kb/990905)', 'a link alone'],
		['MS07-999: Vulnerability in the Queue (990905)', 'parentheses after a title'],
	])('%s: %s', (text) => expect(rolesOf(`Read ${text} first.`)).toEqual({ '990905': 'mention' }));

	test.each([
		['there are 990905 queues', 'a number'],
		['Security Advisory 990905', 'an advisory'],
		['[990905](http://technet.microsoft.com/security/advisory/990905)', 'a link to an advisory'],
		['http://go.microsoft.com/fwlink/?linkid=990905', 'a bare address'],
		['build 6.0.990905', 'a version'],
		['VU#990905', 'a note of another site'],
	])('not %s: %s', (text) => expect(rolesOf(`Read ${text} first.`)).toEqual({}));

	test('not the number of the advisory itself', () => expect(rolesOf('Text.')).toEqual({}));

	test('its line is that of the first print, bare ones included', () => {
		const { kb } = recordOf('Text.\n\nThe number 990905 is bare.\n\nSee KB990906 and KB990905.');
		expect(kb.map(({ id, line }) => [id, line])).toEqual([
			['990905', 11],
			['990906', 13],
		]);
	});

	test.each([
		['cs-CZ', 'Přehled', 'článek 990905 znalostní báze Microsoft Knowledge Base'],
		['da-DK', 'Oversigt', 'Knowledge Base-artikel 990905'],
		['pt-BR', 'Visão geral', 'Artigo 990905 da Microsoft Knowledge Base'],
		['zh-TW', '概觀', '知識庫文件 990905'],
	])('the words of %s', (locale, heading, text) =>
		expect(rolesOf(`## ${heading}\n\n${text}.`, {}, { locale })).toEqual({ '990905': 'mention' }),
	);
});

describe('other references', () => {
	test('CVEs, CAN ids as CVEs, each once', () => {
		const { cves } = recordOf(
			'CAN-2005-9990, CVE-2008-9991 and CVE\u20112005\u20119990.\n\n-   Queue Vulnerability - CVE-2008-9991',
		);
		expect(cves).toEqual([
			{ id: 'CVE-2005-9990', title: null, url: 'https://www.cve.org/CVERecord?id=CVE-2005-9990', line: 9 },
			{
				id: 'CVE-2008-9991',
				title: 'Queue Vulnerability',
				url: 'https://www.cve.org/CVERecord?id=CVE-2008-9991',
				line: 9,
			},
		]);
	});

	test('a title is never cut out of a sentence', () =>
		expect(recordOf('Anna found the Queue Vulnerability - CVE-2008-9991.').cves[0]?.title).toBeNull());

	test('bulletins, by text or target, but not the page itself', () => {
		const { bulletins } = recordOf(
			'MS08-999, MS07\u2011998, M[S08-997](http://a.example) and [one](http://technet.microsoft.com/security/bulletin/ms14-mar).',
			{ title: 'Microsoft Security Bulletin MS08-999 - Critical' },
		);
		expect(bulletins.map(({ id, url }) => [id, url.split('/').slice(4).join('/')])).toEqual([
			['MS07-998', 'securitybulletins/2007/MS07-998'],
			['MS08-997', 'securitybulletins/2008/MS08-997'],
			['MS14-MAR', 'securitybulletinsummaries/2014/MS14-MAR'],
		]);
	});
});
