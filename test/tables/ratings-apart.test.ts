import { expect, test } from 'vitest';
import type { Advisory } from '../../src/advisory/schema.ts';
import { readBulletin } from '../fields/invented-bulletin.ts';

const pageOf = (items: readonly string[], ...ratings: readonly string[]): Advisory =>
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
	).advisory;

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
	const page = pageOf(
		['Windows XP and Windows XP Service Pack 2', 'Windows Server 2003 and Windows Server 2003 Service Pack 1'],
		'| Vulnerability Identifiers | Impact of Vulnerability | Windows XP | Windows XP Service Pack 2 | Windows Server 2003 | Windows Server 2003 Service Pack 1 |',
		'|---|---|---|---|---|---|',
		'| Contoso - CVE-2006-9901 | Remote Code Execution | Critical | Moderate | Low | Important |',
	);
	expect(severities(page)).toEqual(['critical', 'important']);
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
