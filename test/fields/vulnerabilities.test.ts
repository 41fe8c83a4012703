import { expect, test } from 'vitest';
import { readBulletin } from './invented-bulletin.ts';

const flagsOf = (body: string) =>
	readBulletin(`### Vulnerability Information\n\n${body}`).advisory.vulnerabilities.map(
		({ cve, title, publiclyDisclosed, exploited }) => [cve, title, publiclyDisclosed, exploited],
	);

const TITLES = '| Vulnerability title | CVE number |\n|---|---|\n| Contoso Spoofing | CVE-2013-9901 |\n';
const DISCLOSED = '| CVE number | Publicly disclosed |\n|---|---|\n| CVE-2013-9901 | Yes |\n';
const EXPLOITED = '| CVE number | Exploited |\n|---|---|\n| CVE-2013-9901 | No |\n';

test('what a table says, split into parts too', () =>
	expect(flagsOf(`${TITLES}\nText.\n\n${DISCLOSED}\nText.\n\n${EXPLOITED}`)).toEqual([
		['CVE-2013-9901', 'Contoso Spoofing', true, false],
	]));

test('the table goes before the questions, these tell what it does not', () => {
	const questions = `#### FAQ for Contoso Spoofing - CVE-2013-9901

**When this security bulletin was issued, had this vulnerability been publicly disclosed?**
No. It was found by the maker.

**When this security bulletin was issued, had Microsoft received any reports that this vulnerability was being exploited?**
Yes. There were attacks.
`;
	expect(flagsOf(`${DISCLOSED}\n${questions}`).map(([cve, , ...flags]) => [cve, ...flags])).toEqual([
		['CVE-2013-9901', true, true],
	]);
});
