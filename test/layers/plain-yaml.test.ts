import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../src/page/plain-yaml.ts';

const asYaml = (text: string): unknown => {
	const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
	return document.errors.length > 0 ? 'an error' : document.toJS({ maxAliasCount: 0 });
};

describe('readPlainYaml', () => {
	test('reads what front matter nearly always is', () => {
		const text = "TOCTitle: 990001\nTitle: 'Invented Advisory: #1'\nms:assetid: ms99-901\nms:date: 12/9/2008\n";
		expect([...(readPlainYaml(text) ?? [])]).toEqual([
			['TOCTitle', '990001'],
			['Title', 'Invented Advisory: #1'],
			['ms:assetid', 'ms99-901'],
			['ms:date', '12/9/2008'],
		]);
	});

	test.each([
		['an empty value', 'Title:'],
		['a comment', 'Title: one # two'],
		['a key within a value', 'Title: one: two'],
		['double quotes', 'Title: "one"'],
		['a quote in quotes', "Title: 'one''s'"],
		['a list', 'Title: [one]'],
		['a value on two lines', 'Title: one\n  two'],
		['a key twice', 'Title: one\nTitle: two'],
		['an anchor', 'Title: &a one'],
	])('leaves %s to YAML', (_, text) => expect(readPlainYaml(text)).toBeNull());

	test('reads nothing that YAML reads otherwise', () => {
		const piece = fc.constantFrom(
			'Title',
			'ms:id',
			': ',
			':',
			' ',
			'#',
			"'",
			'"',
			'-',
			'- ',
			'\n',
			'one',
			'1.0',
			'&a',
			'漏洞',
			'~',
			'=',
			'<<',
			'%',
			',',
			'|',
			'\t',
			'\\',
			'{',
			']',
		);
		const line = fc.tuple(fc.constantFrom('Title: ', 'ms:id: ', 'a:', '- '), fc.array(piece, { maxLength: 5 }));
		const text = fc
			.array(line, { minLength: 1, maxLength: 3 })
			.map((lines) => lines.map(([key, rest]) => key + rest.join('')).join('\n'));
		fc.assert(
			fc.property(text, (yaml) => {
				const plain = readPlainYaml(yaml);
				if (plain !== null) expect(Object.fromEntries(plain)).toEqual(asYaml(yaml));
			}),
			{ numRuns: 5000 },
		);
	});
});
