import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/advisory/schema.ts';
import { parseAdvisory, readPage } from '../../src/index-portable.ts';
import { inlinesOf } from '../../src/mentions/find-mentions.ts';
import { ARCHIVE } from './archive-pages.ts';

const LOCALES = ['cs-cz', 'da-dk', 'de-de', 'pt-br', 'zh-tw'];
/** What stands around the body, in letters: titles, headlines and datelines before it, a converter's line behind it. */
const ENVELOPE = { before: 700, behind: 60 };

const lettersOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

const textOf = (sections: readonly Section[]): string =>
	sections.map(({ title, text, children }) => lettersOf((title ?? '') + text) + textOf(children)).join('');

describe.runIf(ARCHIVE !== null)('the text of a body', () => {
	const pages = LOCALES.flatMap((locale) => {
		const folder = `${locale}/SecurityAdvisories`;
		const names = ARCHIVE === null ? [] : readdirSync(join(ARCHIVE, folder), { recursive: true, encoding: 'utf8' });
		return names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
	});

	test('there are pages', () => expect(pages.length).toBeGreaterThan(200));

	test.each(pages)('of %s stands in one section, all of it and in order', (path) => {
		const source = readFileSync(join(ARCHIVE ?? '', path));
		const { advisory } = parseAdvisory(source, { path });
		if (advisory === null) return;
		const printed = (readPage(source)?.blocks ?? []).flatMap(inlinesOf);
		const all = lettersOf(printed.map((runs) => runs.map(({ text }) => text).join('')).join(''));
		const body = textOf(advisory.sections);
		const before = all.indexOf(body);
		expect(before, 'the sections are one stretch of the page').toBeGreaterThanOrEqual(0);
		expect(before).toBeLessThanOrEqual(ENVELOPE.before);
		expect(all.length - before - body.length).toBeLessThanOrEqual(ENVELOPE.behind);
	});
});
