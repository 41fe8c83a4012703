import { describe, expect, test } from 'vitest';
import { blankAdvisory } from '../../src/advisory/blank.ts';
import { type Advisory, advisorySchema, diagnosticSchema } from '../../src/advisory/schema.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { sampleAdvisory } from './sample-advisory.ts';

/** Paths of what is wrong with the record, `affectedSoftware.0.kb`. */
function faults(advisory: unknown): string[] {
	const { error } = advisorySchema.safeParse(advisory);
	return (error?.issues ?? []).map(({ path }) => path.join('.'));
}

/** The sample with one value set at a path of keys and indexes; `undefined` takes the key away. */
function broken(path: string, value: unknown): unknown {
	const record: unknown = sampleAdvisory();
	const steps = path.split('.');
	const last = steps.pop() ?? '';
	const owner = steps.reduce((at, step) => Reflect.get(Object(at), step), record);
	if (value === undefined) Reflect.deleteProperty(Object(owner), last);
	else Reflect.set(Object(owner), last, value);
	return record;
}

test('a complete record validates and comes back as it went in, keys in order', () => {
	const parsed = advisorySchema.parse(sampleAdvisory());
	expect(JSON.stringify(parsed)).toBe(JSON.stringify(sampleAdvisory()));
});

const rating = sampleAdvisory().affectedSoftware[0]?.ratings[0];
const link = sampleAdvisory().links[0];

describe('a broken record fails at the place', () => {
	test.each<[string, unknown, string?]>([
		['schema', 'technet-advisory/2'],
		['generator', 'technet-advisory/0.1.0'],
		['headline', undefined],
		['extra', 1, ''],
		['source.extra', 1, 'source'],
		['key', 'MS08-967_zh-TW'],
		['id', 'ms08-967'],
		['locale', 'zh-tw'],
		['published', '2009-02-29'],
		['published', '2008-10-23T00:00:00Z'],
		['version', 'V1.0'],
		['severity', 'Critical'],
		['impacts', ['spoofing', 'spoofing']],
		['title', ''],
		['title', 'no\u00a0break'],
		['summary', 'soft\u00adhyphen'],
		['summary', 'two\r\nlines'],
		['summary', 'e\u0301'],
		['summary', ' blank'],
		['kb.0.id', 'KB990102'],
		['kb.0.url', 'https://support.microsoft.com/kb/990103'],
		['kb.0.roles', ['update', 'page']],
		['kb.0.roles', ['page', 'mention']],
		['kb.0.roles', []],
		['kb.0.line', 0],
		['cves.0.id', 'CAN-2008-99001'],
		['cves.0.url', 'https://www.cve.org/CVERecord?id=CVE-2008-1111'],
		['bulletins.0.url', 'https://learn.microsoft.com/security-updates/securitybulletins/2007/MS06-940'],
		['affectedSoftware.0.ratings.0.status', 'not-affected'],
		['affectedSoftware.0.ratings.1.status', 'rated'],
		['affectedSoftware.0.downloads.0.url', '../files/990102.exe'],
		['affectedSoftware.0.replaces.0', { bulletin: null, kb: null, line: 1 }],
		['vulnerabilities.0.exploitability.latest', 4],
		['links.0.url', 'javascript:void(0)'],
		['sections.1.children.0.kind', 'unknown'],
		['source.sha256', 'ABC'],
	])('%s = %j', (path, value, place = path) => {
		expect(faults(broken(path, value))).toEqual([place]);
	});
});

describe('a record that breaks a law between fields fails at the place', () => {
	test.each<[string, unknown, string?]>([
		['kind', 'advisory', 'id'],
		['recordId', 'ms08-967_zh-cn'],
		['key', 'ms08-967_zh-tw'],
		['source.contentKeyId', null, 'key'],
		['links', [link, link], 'links.1'],
		['productFamilies', ['Windows', 'Office'], 'productFamilies'],
		['faq.0.vulnerability', 1],
		['faq.0.section', [1, 1]],
		['sections.1.children.0.level', 1],
		['sections.1.title', null, 'sections.1.children'],
		['affectedSoftware.0.kb', ['990109']],
		['affectedSoftware.0.ratings', [{ ...rating, cve: 'CVE-2008-99009' }]],
		['affectedSoftware.0.bulletin', 'MS08-967'],
		['replaces', [{ bulletin: 'MS06-941', kb: null, line: 1 }]],
		['knownIssues.kb', ['990109']],
	])('%s = %j', (path, value, place = path) => {
		const found = faults(broken(path, value));
		expect(found).toEqual(path === 'recordId' ? [place, 'key'] : [place]);
	});
});

describe('the blank record', () => {
	const blank: Advisory = blankAdvisory();

	test('has the keys of the schema in its order', () => {
		expect(Object.keys(blank)).toEqual(Object.keys(advisorySchema.shape));
		expect(Object.keys(blank.source)).toEqual(Object.keys(advisorySchema.shape.source.shape));
	});

	test('is another object each time', () => {
		blankAdvisory().kb.push({ id: '1', url: '', roles: [], line: 1 });
		expect(blankAdvisory()).toEqual(blank);
	});

	test('does not validate before the facts that are never null are set', () => {
		const unset = Object.entries(blank).filter(([, value]) => value === '');
		expect(faults(blank)).toEqual(unset.map(([key]) => key));
	});
});

test('a diagnostic has a rule of the registry and all its keys', () => {
	const diagnostic: Diagnostic = {
		rule: 'empty-page',
		severity: 'error',
		message: 'The page has no text.',
		line: 1,
		column: 1,
		endLine: null,
		endColumn: null,
		blame: 'page',
		actual: null,
		expected: null,
	};
	expect(diagnosticSchema.parse(diagnostic)).toEqual(diagnostic);
	expect(diagnosticSchema.safeParse({ ...diagnostic, rule: 'no-such-rule' }).success).toBe(false);
});
