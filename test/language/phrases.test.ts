import { describe, expect, test } from 'vitest';
import type { SectionKind } from '../../src/advisory/words.ts';
import { labelForm, mapWordForm, wordForm } from '../../src/language/normal-form.ts';
import { addPhrase, lookUp, phraseTable, type Surroundings } from '../../src/language/phrases.ts';

describe('labelForm makes equal what is printed in many ways', () => {
	test.each([
		[
			'Other Information',
			['Other  Information:', 'other-information', 'OTHER\u00A0INFORMATION :', '"Other Information"'],
		],
		['受影響的軟體', ['受影響的軟體：', '受影響 的軟體', '「受影響的軟體」', '受影響的軟體?']],
		[
			'Severity',
			['Severity*', 'Severity[1]', 'Severity¹', 'Severity º', 'Severity†', 'Sever\u00ADity', '\u200ESeverity'],
		],
		['Version 2', ['Ｖｅｒｓｉｏｎ ２', 'version2', 'Version–2', 'version_2']],
		['Řešení', ['řešení', 'R\u030Ce\u0161eni\u0301']],
		['İndirme', ['indirme', 'ındirme', 'INDIRME']],
	])('%s', (label, others) => {
		for (const other of others) expect(labelForm(other)).toBe(labelForm(label));
	});

	test.each([
		['Note', 'Notes'],
		['(KB 990001)', '(KB 990002)'],
		['Affected Software', 'Non-Affected Software'],
		['Table 1 of 2', 'Table 1 of 3'],
	])('and keeps %j and %j apart', (one, other) => expect(labelForm(one)).not.toBe(labelForm(other)));

	test('punctuation inside stays', () => expect(labelForm('A, B: C.')).toBe('a,b:c'));
	test.each(['', ' ', '***', '\u200B', ':'])('nothing is left of %j', (text) => expect(labelForm(text)).toBe(''));
});

describe('wordForm', () => {
	test.each([
		['  Two\u00A0\u3000 Words ', 'two words'],
		['１３. Květen,\n2005', '13. květen, 2005'],
		['Soft\u00ADhyphen\u200E', 'softhyphen'],
		['İstanbul Isı', 'istanbul isi'],
		['Pre-Release: (x64)', 'pre-release: (x64)'],
	])('%j', (text, expected) => expect(wordForm(text)).toBe(expected));
});

describe('mapWordForm', () => {
	test.each([
		['  Two\u00A0\u3000 Words', 'two words'],
		['a\u200Eb', 'ab'],
		['１７ 日', '17 日'],
		['ﬁle №', 'file no'],
		['𝒳 y', 'x y'],
	])('%j', (original, expected) => {
		const { text, offsets } = mapWordForm(original);
		expect(text).toBe(expected);
		expect(offsets).toHaveLength(text.length + 1);
		expect(offsets.at(-1)).toBe(original.length);
		expect(offsets.every((offset, index) => offset >= (offsets[index - 1] ?? 0))).toBe(true);
	});

	test('each letter leads to the letter it was made from', () => {
		const original = '\u200E A\u00A0 \u3000Ｂ\uFB01c';
		const { text, offsets } = mapWordForm(original);
		expect(text).toBe('a bfic');
		expect([...text].map((_, index) => original.charAt(offsets[index] as number))).toEqual([
			'A',
			'\u00A0',
			'Ｂ',
			'\uFB01',
			'\uFB01',
			'c',
		]);
	});
});

const ANYWHERE: Surroundings = { ancestors: [], kind: null };

describe('lookUp', () => {
	const table = phraseTable<SectionKind>();
	const PHRASES = [
		['other', 'Plain Words'],
		['faq', 'Questions about {any}'],
		['workarounds', '{any} workarounds'],
		['affected-software', 'Software (Table {n} of {n})'],
		['affected-software', 'Software (all)'],
		['summary', 'Overview'],
		['known-issues', { text: 'Overview', under: ['deployment'] }],
		['technical-description', { text: 'Overview', in: ['bulletin'] }],
		['restart', { text: 'Restart', under: ['deployment', 'update-information'], in: ['bulletin', 'summary'] }],
	] as const;
	for (const [kind, phrase] of PHRASES) addPhrase(table, phrase, kind, 'xx-XX/headings');
	const meaning = (text: string, where: Partial<Surroundings> = {}) =>
		lookUp(table, labelForm(text), { ...ANYWHERE, ...where })?.meaning ?? null;

	test.each([
		['plain words', 'other'],
		['Plain-Words:', 'other'],
		['Plain', null],
		['More plain words', null],
		['Questions about the gateway', 'faq'],
		['Questions about', null],
		['Three workarounds', 'workarounds'],
		['Workarounds', null],
		['Software (Table 1 of 3)', 'affected-software'],
		['Software (Table one of three)', null],
		['Software (All)', 'affected-software'],
		['', null],
	])('%j', (text, expected) => expect(meaning(text)).toBe(expected));

	test.each<[Partial<Surroundings>, SectionKind]>([
		[{ kind: 'advisory' }, 'summary'],
		[{ kind: 'bulletin' }, 'technical-description'],
		[{ ancestors: ['deployment'], kind: 'advisory' }, 'known-issues'],
		[{ ancestors: ['deployment', 'deployment-platform'], kind: 'advisory' }, 'known-issues'],
		[{ ancestors: ['faq'], kind: 'advisory' }, 'summary'],
	])('one word, several meanings: %j', (where, expected) => expect(meaning('Overview', where)).toBe(expected));

	test.each<[Partial<Surroundings>, SectionKind | null]>([
		[{ ancestors: ['deployment'], kind: 'bulletin' }, 'restart'],
		[{ ancestors: ['update-information'], kind: 'summary' }, 'restart'],
		[{ ancestors: [], kind: 'bulletin' }, null],
		[{ ancestors: ['deployment'], kind: 'advisory' }, null],
	])('both conditions must hold: %j', (where, expected) => expect(meaning('Restart', where)).toBe(expected));

	test('says which entry it was', () =>
		expect(lookUp(table, labelForm('Overview'), { ancestors: ['deployment'], kind: null })?.source).toBe(
			'xx-XX/headings/Overview',
		));

	test('a slot alone is no phrase', () => {
		const empty = phraseTable<true>();
		addPhrase(empty, '{any}', true, 'xx-XX');
		expect(lookUp(empty, 'anything', ANYWHERE)).toBeNull();
	});
});
