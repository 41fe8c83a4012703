import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/advisory/schema.ts';
import { readBulletin } from './invented-bulletin.ts';

const tree = (sections: readonly Section[]): unknown[] =>
	sections.map(({ kind, title, children }) =>
		children.length === 0 ? `${kind}: ${title}` : [`${kind}: ${title}`, ...tree(children)],
	);

describe('parts of bulletins', () => {
	test('the summary is the executive one, not the labels and values above it', () => {
		const { summary } = readBulletin(
			[
				'#### Summary',
				'',
				'**Who should read this document:** Customers who use Contoso Mail',
				'',
				'**Impact of Vulnerability:** Spoofing',
				'',
				'### General Information',
				'',
				'#### Executive Summary',
				'',
				'This update closes a hole in Contoso Mail.',
			].join('\n'),
		).advisory;
		expect(summary).toBe('This update closes a hole in Contoso Mail.');
	});

	test('the address of the security site is a part of the tools of an update', () => {
		const { sections } = readBulletin(
			[
				'## Update Information',
				'',
				'### Detection and Deployment Tools and Guidance',
				'',
				'**Security Central**',
				'',
				'A site of sites.',
				'',
				'**Windows Server Update Services**',
				'',
				'A service of services.',
				'',
				'### Security Update Deployment',
				'',
				'See the table.',
			].join('\n'),
		).advisory;
		expect(tree(sections)).toEqual([
			[
				'update-information: Update Information',
				[
					'detection-and-deployment: Detection and Deployment Tools and Guidance',
					'resources: Security Central',
					'detection-and-deployment: Windows Server Update Services',
				],
				'deployment: Security Update Deployment',
			],
		]);
	});

	test('an id at the end of a heading does not hide what the heading is', () => {
		const { mitigations, vulnerabilities } = readBulletin(
			[
				'## Vulnerability Information',
				'',
				'### Mail Vulnerability - CVE-2006-9001',
				'',
				'#### Mitigating Factors - CVE-2006-9001',
				'',
				'- A mail has to be opened first.',
			].join('\n'),
		).advisory;
		expect(vulnerabilities.map(({ cve }) => cve)).toEqual(['CVE-2006-9001']);
		expect(mitigations.map(({ text, vulnerability }) => [text, vulnerability])).toEqual([
			['A mail has to be opened first.', 0],
		]);
	});
});
