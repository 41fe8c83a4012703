import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../../src/index-portable.ts';
import type { ParseOptions } from '../../src/options.ts';
import { inventedPage } from '../invented-page.ts';

const HISTORY = (...entries: string[]): string =>
	`## Overview\n\nText.\n\n#### Revisions\n\n${entries.map((entry) => `-   ${entry}`).join('\n')}`;
/** Words enough to know the language without a declaration. */
const ENGLISH =
	'## General Information\n\n### Overview\n\nText.\n\n## Suggested Actions\n\nText.\n\n## Other Information';
const FIRST = 'V1.0 (September 16, 2008): Published.';
const DATELINE = 'Published: September 16, 2008';

type Parts = Partial<Parameters<typeof inventedPage>[0]>;

interface Case {
	readonly page: Parts;
	/** The same page without the fault. */
	readonly sound: Parts;
	readonly told: { readonly line: number | null; readonly actual: string | null; readonly expected: string | null };
	readonly options?: ParseOptions;
	readonly soundOptions?: ParseOptions;
}

/** Each rule with a page on which it fires and its sound twin. Bodies begin on line 9. */
const CASES: Readonly<Record<string, Case>> = {
	'dateline-missing': {
		page: { dateline: 'Text.' },
		sound: { dateline: DATELINE },
		told: { line: null, actual: null, expected: null },
	},
	'date-unreadable': {
		page: { dateline: 'Published: February 30, 2008' },
		sound: { dateline: 'Published: February 29, 2008' },
		told: { line: 7, actual: 'February 30, 2008', expected: null },
	},
	'revision-date-unreadable': {
		page: { body: HISTORY('V1.0 (February 30, 2008): Published.') },
		sound: { body: HISTORY('V1.0 (September 16, 2008): Published.') },
		told: { line: 15, actual: 'V1.0 (February 30, 2008): Published.', expected: null },
	},
	'second-dateline': {
		page: { dateline: `${DATELINE}\n\n**Published:** September 17, 2008` },
		sound: { dateline: `${DATELINE}\n\n**Published:** September 16, 2008` },
		told: { line: 9, actual: '2008-09-17', expected: '2008-09-16' },
	},
	'weekday-differs': {
		page: { dateline: 'Published: Monday, September 16, 2008' },
		sound: { dateline: 'Published: Tuesday, September 16, 2008' },
		told: { line: 7, actual: '2008-09-16, Monday', expected: 'Tuesday' },
	},
	'updated-before-published': {
		page: { dateline: 'Published: October 3, 2009 | Updated: March 11, 2009' },
		sound: { dateline: 'Published: March 10, 2009 | Updated: March 10, 2009' },
		told: { line: 7, actual: '2009-03-11', expected: '2009-10-03' },
	},
	'date-swapped': {
		page: { dateline: 'Published: September 3, 2008', body: HISTORY('V1.0 (March 9, 2008): Published.') },
		sound: { dateline: 'Published: March 9, 2008', body: HISTORY('V1.0 (March 9, 2008): Published.') },
		told: { line: 7, actual: '2008-09-03', expected: '2008-03-09' },
	},
	'revision-order': {
		page: {
			body: HISTORY(
				FIRST,
				'V1.1 (September 30, 2008): B.',
				'V1.2 (September 24, 2008): C.',
				'V1.3 (October 1, 2008): D.',
			),
		},
		sound: { body: HISTORY('V1.2 (September 30, 2008): C.', 'V1.1 (September 24, 2008): B.', FIRST) },
		told: { line: 17, actual: '2008-09-24', expected: '2008-09-30' },
	},
	'revision-before-publication': {
		page: { body: HISTORY('V1.0 (September 16, 2007): Published.') },
		sound: { body: HISTORY('V1.0 (September 15, 2008): Published.') },
		told: { line: 15, actual: '2007-09-16', expected: '2008-09-16' },
	},
	'dateline-revision-differs': {
		page: { body: HISTORY(FIRST, 'V1.1 (September 24, 2008): B.') },
		sound: {
			dateline: `${DATELINE} | Updated: September 24, 2008`,
			body: HISTORY(FIRST, 'V1.1 (September 25, 2008): B.'),
		},
		told: { line: 7, actual: '2008-09-16', expected: '2008-09-24' },
	},
	'id-conflict': {
		page: {},
		sound: {},
		options: { path: 'en-us/990902.md' },
		soundOptions: { path: 'en-us/990901.md' },
		told: { line: null, actual: '990902 (path)', expected: '990901' },
	},
	'locale-undeclared': {
		page: { body: ENGLISH },
		sound: {},
		options: {},
		soundOptions: { path: 'en-us/990901.md' },
		told: { line: null, actual: 'en-US', expected: null },
	},
	'language-differs': {
		page: { body: ENGLISH },
		sound: { body: ENGLISH },
		options: { locale: 'da-DK' },
		soundOptions: { locale: 'en-US' },
		told: { line: null, actual: 'en-US', expected: 'da-DK' },
	},
	'language-unknown': {
		page: { dateline: 'Text.', body: '## Ĝeneralaj vortoj\n\nText.' },
		sound: { body: '## General Information\n\nText.' },
		told: { line: null, actual: 'en-US', expected: null },
	},
	'unknown-heading': {
		page: { body: '## Overview\n\nText.\n\n## Queues of the world\n\nText.' },
		sound: { body: '## Overview\n\nText.\n\n## Frequently Asked Questions\n\n### Are queues a world?\n\nYes.' },
		told: { line: 13, actual: 'Queues of the world', expected: null },
	},
	'link-text-differs': {
		page: { body: '## Overview\n\nSee [MS05-998](http://technet.microsoft.com/security/bulletin/ms05-999).' },
		sound: { body: '## Overview\n\nSee [MS05-999](http://technet.microsoft.com/security/bulletin/ms05-999).' },
		told: { line: 11, actual: 'MS05-998', expected: 'MS05-999' },
	},
	'link-not-absolute': {
		page: { body: '## Overview\n\nSee [this](#here).' },
		sound: { body: '## Overview\n\nSee [this](http://contoso.example/#here).' },
		told: { line: 11, actual: '#here', expected: null },
	},
};

const NAMED = { locale: 'en-US' };

const diagnosticsOf = (parts: Parts, options: ParseOptions = NAMED) =>
	parseAdvisory(inventedPage({ body: '## Overview\n\nText.', ...parts }), options).diagnostics;

describe.each(Object.entries(CASES))('%s', (rule, { page, sound, told, options, soundOptions }) => {
	test('is told once, with both values', () =>
		expect(diagnosticsOf(page, options).filter((diagnostic) => diagnostic.rule === rule)).toMatchObject([
			{ rule, ...told },
		]));

	test('is not told of the sound page', () =>
		expect(diagnosticsOf(sound, soundOptions).map((diagnostic) => diagnostic.rule)).not.toContain(rule));
});

test('a sound page has no diagnostic', () => expect(diagnosticsOf({ body: HISTORY(FIRST) })).toEqual([]));

test('front matter without opening line, and front matter that is no YAML', () => {
	const page = inventedPage({ body: '## Overview\n\nText.' });
	const rules = (head: string) => parseAdvisory(head + page, NAMED).diagnostics.map(({ rule, line }) => [rule, line]);
	expect(rules('Strayed words\nTOCTitle: 990901\n---\n')).toEqual([['front-matter-damaged', 1]]);
	expect(rules('---js\nTOCTitle: 990901\n---\n')).toEqual([['front-matter-unreadable', 2]]);
	expect(rules('---\nTOCTitle: 990901\n---\n')).toEqual([]);
});

test('after twenty of a rule the rest is counted', () => {
	const body = `## Overview\n\n${Array.from({ length: 25 }, (_, index) => `[a](#${index})`).join(' ')}`;
	const told = diagnosticsOf({ body });
	expect(told).toHaveLength(21);
	expect(told.at(-1)).toMatchObject({ rule: 'link-not-absolute', line: null, actual: '25' });
	expect(told.at(-1)?.message).toContain('(5 more)');
});
