import { describe, expect, test } from 'vitest';
import { readBulletin, rulesOf } from './invented-bulletin.ts';

const YES = 'You must restart your system after you apply this security update.';
const NO = 'This update does not require a restart. However, if files are in use, it will require one.';
const MAYBE = 'In some cases, this update does not require a restart.';

const platform = (name: string, text: string) => `#### ${name}\n\n**Restart Requirement**\n\n${text}\n`;
const row = (text: string) =>
	`| | |\n|---|---|\n| **Restart Requirement** | |\n| **Restart required?** | ${text} |\n| **HotPatching** | Not applicable |\n`;

describe('whether a restart is needed', () => {
	test.each([
		['a section says yes', platform('Windows XP', YES), 'required'],
		['the first sentence says no', platform('Windows XP', NO), 'not-required'],
		['in some cases', platform('Windows XP', MAYBE), 'maybe'],
		[
			'an opening',
			platform('Windows XP', 'To help reduce the chance that a reboot will be required, stop it.'),
			'maybe',
		],
		['a run-in', `**Restart Requirement:** ${YES}`, 'required'],
		['all platforms agree', platform('Windows XP', YES) + platform('Windows Vista', YES), 'required'],
		['platforms differ', platform('Windows XP', YES) + platform('Windows Vista', NO), null],
		['a row', row(YES), 'required'],
		['a row that begins with yes', row('Yes, it does so at night.'), 'required'],
		['a row that is no', row('No.'), 'not-required'],
		['a row without value', '| **Restart Requirement** | |\n|---|---|\n| **Removal** | See below |\n', null],
		['words of other rows', '| **/norestart** | This update does not require a restart. |\n|---|---|\n', null],
		['nothing', 'Text.', null],
	])('%s', (_, text, expected) => {
		const { advisory } = readBulletin(`### Update Information\n\n## Security Update Deployment\n\n${text}`);
		expect(advisory.restart).toBe(expected);
	});

	test('a sentence that no pack knows leaves it open, and is told', () => {
		const read = readBulletin(platform('Windows XP', YES) + platform('Windows Vista', 'Restart the mail service.'));
		expect(read.advisory.restart).toBeNull();
		expect(rulesOf(read)).toContain('restart-unreadable: Restart the mail service.');
	});
});
