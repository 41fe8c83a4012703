import { expect, test } from 'vitest';
import type { Advisory } from '../../src/advisory/schema.ts';
import { readBulletin, rulesOf } from '../fields/invented-bulletin.ts';

const resultOf = (items: readonly string[], ...ratings: readonly string[]) =>
	readBulletin(
		[
			'**Affected Software:**',
			'',
			...items.map((item) => `-   ${item}`),
			'',
			'**Severity Ratings and Vulnerability Identifiers:**',
			'',
			...ratings,
		].join('\n'),
	);

const pageOf = (items: readonly string[], ...ratings: readonly string[]): Advisory =>
	resultOf(items, ...ratings).advisory;

const severities = ({ affectedSoftware }: Advisory) => affectedSoftware.map(({ severity }) => severity);

const MATRIX = [
	'| Vulnerability Identifiers | Impact of Vulnerability | Windows XP Service Pack 2 | Windows Server 2003 | Windows Server 2003 Service Pack 1 |',
	'|---|---|---|---|---|',
	'| Contoso - CVE-2006-9901 | Remote Code Execution | Critical | Important | Moderate |',
	'',
];

test('a list below the matrix says whose ratings versions for other processors have, in either order', () => {
	const page = pageOf(
		['Windows XP Professional x64 Edition', 'Windows Server 2003 x64 Edition', 'Windows Server 2003'],
		...MATRIX,
		'**Note** Ratings of versions that are not for x86:',
		'',
		'-   The Windows XP Professional x64 Edition severity rating is the same as the Windows XP Service Pack 2 severity rating.',
		'-   As severe as on Windows Server 2003 Service Pack 1 it is on Windows Server 2003 x64 Edition.',
	);
	expect(severities(page)).toEqual(['critical', 'moderate', 'important']);
	expect(page.unjoinedRatings.map(({ product }) => product)).toEqual([
		'Windows XP Service Pack 2',
		'Windows Server 2003 Service Pack 1',
	]);
});

test('without such a list a version for another processor has the rating of its family, or none', () => {
	const page = pageOf(['Windows XP Professional x64 Edition', 'Windows Server 2003 x64 Edition'], ...MATRIX);
	expect(severities(page)).toEqual([null, 'important']);
});

test('a row of products that are rated apart has the highest of their ratings, however much the others say', () => {
	const result = resultOf(
		['Windows XP and Windows XP Service Pack 2', 'Windows Server 2003 and Windows Server 2003 Service Pack 1'],
		'| Vulnerability Identifiers | Impact of Vulnerability | Windows XP | Windows XP Service Pack 2 | Windows Server 2003 | Windows Server 2003 Service Pack 1 |',
		'|---|---|---|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Critical | Moderate | Low | Important |',
	);
	const page = result.advisory;
	expect(severities(page)).toEqual(['critical', 'important']);
	expect(rulesOf(result).filter((rule) => rule.startsWith('rating'))).toEqual([
		'ratings-differ: moderate: critical',
		'ratings-differ: low: important',
	]);
	expect(page.affectedSoftware.map(({ ratings }) => ratings.length)).toEqual([1, 1]);
	expect(page.unjoinedRatings).toEqual([]);
});

test('an aside of a head that is not understood does not hide its product, but may leave out the one it names', () => {
	const page = pageOf(
		[
			'Internet Explorer 6 Service Pack 1 on Windows 2000 Service Pack 4',
			'Internet Explorer 6 Service Pack 1 on Windows Server 2003',
		],
		'| Vulnerability Identifiers | Impact of Vulnerability | Internet Explorer 6 Service Pack 1 (all supported versions prior to Windows Server 2003) | Windows XP |',
		'|---|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Critical | Low |',
	);
	expect(severities(page)).toEqual(['critical', null]);
});

test('a table of products and severities without a head rates them', () => {
	const rated = pageOf(
		['Windows 2000 Service Pack 4', 'Windows Server 2003'],
		'| | |',
		'|---|---|',
		'| **Microsoft Windows 2000** (all supported releases) | Low |',
		'| **Microsoft Windows Server 2003** | Important |',
	);
	expect(severities(rated)).toEqual(['low', 'important']);
	const other = pageOf(
		['Windows Server 2003'],
		'| | |',
		'|---|---|',
		'| Windows Server 2003 | Important |',
		'| A | b |',
	);
	expect(severities(other)).toEqual([null]);
});

test('a sentence below the matrix says whose ratings a suite has that no head names', () => {
	const page = pageOf(
		['Microsoft Excel 2002', 'Microsoft Works Suite 2004 and 2005', 'Microsoft Works Suite 2006'],
		'| Vulnerability Identifiers | Impact of Vulnerability | Microsoft Excel 2002 |',
		'|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Important |',
		'',
		'Read this of Microsoft Works Suite 2006 and of Microsoft Excel 2002.',
		'',
		'**Note** What suites have is this:',
		'',
		'As severe as Microsoft Excel 2002 are Microsoft Works Suite 2004 and 2005.',
	);
	expect(severities(page)).toEqual(['important', 'important', null]);
});

test('a head of all other software rates what no other head names', () => {
	const table = (head: string) => [
		`| Vulnerability Identifiers | Impact of Vulnerability | ${head} | Windows XP | Other Affected Software |`,
		'|---|---|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Critical | Low | Moderate |',
	];
	const items = ['Microsoft Excel 2002', 'Windows XP', 'Contoso Mail 2.0'];
	expect(severities(pageOf(items, ...table('Microsoft Excel 2002')))).toEqual(['critical', 'low', 'moderate']);
	const unread = pageOf(items, ...table('Programs of Contoso'));
	expect(severities(unread)).toEqual([null, 'low', null]);
	expect(unread.unjoinedRatings.map(({ product }) => product)).toEqual([
		'Programs of Contoso',
		'Other Affected Software',
	]);
});

test('"not critical" is no rating, and known to be none', () => {
	const result = resultOf(
		['Windows 98', 'Windows XP'],
		'| Vulnerability Identifiers | Impact of Vulnerability | Windows 98 | Windows XP |',
		'|---|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Not critical | Not so critical |',
	);
	expect(severities(result.advisory)).toEqual([null, null]);
	expect(rulesOf(result).filter((rule) => rule.startsWith('rating-'))).toEqual(['rating-unreadable: Not so critical']);
});
