import { describe, expect, test } from 'vitest';
import { readBulletin, rulesOf } from './invented-bulletin.ts';

const LABELS = `#### Summary

**Who should read this document:** Customers who use Contoso Mail

**Impact of Vulnerability:** Remote Code Execution

**Maximum Severity Rating:** Important

**Recommendation:** Customers should apply the update.
`;

const ROWS = `### Affected Software

| Operating System | Maximum Security Impact | Aggregate Severity Rating |
|---|---|---|
| Windows XP Service Pack 2 | Spoofing | Moderate |
| Windows Server 2003 | Information Disclosure | Low |
`;

const ratingOf = ({ advisory }: ReturnType<typeof readBulletin>) => [advisory.severity, ...advisory.impacts];

describe('the rating of a bulletin', () => {
	test.each([
		[
			'labels go before rows and title',
			`${LABELS}\n${ROWS}`,
			'MS06-901 - Critical',
			['important', 'remote-code-execution'],
		],
		[
			'the highest of the rows goes before the title',
			ROWS,
			'MS06-901 - Critical',
			['moderate', 'spoofing', 'information-disclosure'],
		],
		['the title, where nothing else prints one', 'Text.', 'MS06-901 - Critical', ['critical']],
		['the title, in parentheses', 'Text.', 'MS06-901 (Critical)', ['critical']],
		['none at all', 'Text.', 'MS06-901', [null]],
	])('%s', (_, body, title, expected) =>
		expect(ratingOf(readBulletin(body, `Microsoft Security Bulletin ${title}`))).toEqual(expected),
	);

	test.each([
		['colon outside the bold', '**Maximum Severity Rating**: Critical'],
		['colon twice, no blank', '**Maximum Severity Rating::**Critical.'],
		['blank before the colon', '**Maximum Severity Rating** :Critical'],
		['no bold', 'Maximum Severity Rating: Critical'],
		['label and value on two lines', '**Maximum Severity Rating:**  \nCritical'],
		['label and value in two paragraphs', '**Maximum Severity Rating:**\n\nCritical'],
		['two labels in one paragraph', '**Impact of Vulnerability:** Spoofing\n**Maximum Severity Rating:** Critical'],
		['a list', '-   **Impact of Vulnerability:** Spoofing\n-   **Maximum Severity Rating:** Critical'],
		['a table of two columns', '| Title | Contoso |\n|---|---|\n| **Maximum Severity Rating** | Critical |'],
		['a table whose first row is its head', '| Maximum Severity Rating | Critical |\n|---|---|\n| Detection | Yes |'],
	])('is read from %s', (_, body) =>
		expect(readBulletin(`#### Summary\n\n${body}\n`).advisory.severity).toBe('critical'),
	);

	test('impacts keep their order, with signs and joining words between them', () => {
		const { advisory } = readBulletin(
			'**Impact of Vulnerability:** Denial of Service, Spoofing and Remote Code Execution',
		);
		expect(advisory.impacts).toEqual(['denial-of-service', 'spoofing', 'remote-code-execution']);
	});

	test('words that no pack knows are told; an impact is one all the same', () => {
		const read = readBulletin('**Impact of Vulnerability:** Theft\n\n**Maximum Severity Rating:** Dreadful');
		expect(ratingOf(read)).toEqual([null, 'other']);
		expect(rulesOf(read)).toEqual(expect.arrayContaining(['impact-unreadable: Theft', 'rating-unreadable: Dreadful']));
	});

	test('labels about one vulnerability are not about the page', () => {
		const body = '### Vulnerability Information\n\n#### Contoso Vulnerability - CVE-2006-9901\n\n**Impact:** Spoofing';
		expect(readBulletin(body).advisory.impacts).toEqual([]);
	});

	test('a title that disagrees is told, one that agrees is not', () => {
		const title = (words: string) => rulesOf(readBulletin(LABELS, `Microsoft Security Bulletin MS06-901 - ${words}`));
		expect(title('Moderate')).toContain('title-severity-differs: moderate: important');
		expect(title('Important').filter((rule) => rule.startsWith('title-'))).toEqual([]);
		expect(title('Dire').filter((rule) => rule.startsWith('title-'))).toEqual(['title-severity-unreadable: Dire']);
	});

	test('of an advisory, a label counts and its title does not', () => {
		const { advisory } = readBulletin(
			'**Maximum Severity Rating:** Low',
			'Microsoft Security Advisory 990901 - Critical',
		);
		expect(advisory.severity).toBe('low');
	});

	test('words of another language, declined in the title', () => {
		const body = '**Stupeň maximální závažnosti:** Vysoký\n\n**Dopad této chyby zabezpečení:** Odmítnutí služby';
		const read = readBulletin(`#### Shrnutí\n\n${body}`, 'Microsoft Security Bulletin MS06-901 - Kritické', {
			locale: 'cs-CZ',
		});
		expect(ratingOf(read)).toEqual(['important', 'denial-of-service']);
		expect(rulesOf(read)).toContain('title-severity-differs: critical: important');
	});
});
