import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParseOptions, parseAdvisory } from '../src/index-portable.ts';
import { LIMITS } from '../src/limits.ts';
import { engine as satteri } from '../src/page/engine-satteri.ts';
import { engine as unified } from '../src/page/engine-unified.ts';
import { corpusDocuments, readCorpus } from './corpus/pages.ts';
import { inventedPage } from './invented-page.ts';

const PAGE = inventedPage({ body: '## Overview\n\nText.' });

/** A reject is one diagnostic of severity error; a record has none. */
function expectResult(source: string | Uint8Array, options: ParseOptions = {}): void {
	const { advisory, diagnostics } = parseAdvisory(source, options);
	const errors = diagnostics.filter(({ severity }) => severity === 'error');
	expect(errors).toHaveLength(advisory === null ? 1 : 0);
	if (advisory === null) expect(diagnostics).toHaveLength(1);
}

describe('options are checked at the door', () => {
	test.each<[string, unknown]>([
		['path', 1],
		['locale', 'danish'],
		['locale', 42],
		['format', 'text'],
		['engine', 'unified'],
		['packs', 'da-DK'],
		['packs', {}],
		['trace', 'yes'],
		['traces', true],
		['Path', 'a.md'],
	])('%s: %j', (name, value) => {
		const options = { [name]: value } as ParseOptions;
		expect(() => parseAdvisory(PAGE, options)).toThrow(TypeError);
		expect(() => parseAdvisory(PAGE, options)).toThrow(`"${name}"`);
		expect(() => parseAdvisory('', options)).toThrow(TypeError);
	});

	test.each<ParseOptions>([
		{},
		{ path: 'da-DK/990901.md', locale: 'da-DK', format: 'markdown', trace: true, packs: [], engine: unified },
		{ locale: 'DA-dk' },
	])('%j', (options) => expect(parseAdvisory(PAGE, options).advisory).not.toBeNull());

	test('trace is there only where it was asked for', () => {
		expect(parseAdvisory(PAGE, { trace: true })).toHaveProperty('trace');
		expect(parseAdvisory(PAGE, { trace: false })).not.toHaveProperty('trace');
		expect(parseAdvisory(PAGE)).not.toHaveProperty('trace');
	});
});

const INDEX = '# Security Advisories\n\nSee [all of them](https://technet.microsoft.com/security/advisory).';
const DEEP_HTML = `<html><body>${'<div>'.repeat(25_000)}text`;

describe('rejects', () => {
	test.each<[string, string | Uint8Array, ParseOptions]>([
		['empty-page', '', {}],
		['empty-page', ' \n\u00A0\r\n', {}],
		['empty-page', '\uFEFF', {}],
		['empty-page', '---\nTOCTitle: 990901\n---\n\n', {}],
		['not-text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13, 0x49, 0x48, 0, 1, 2, 3]), {}],
		['not-text', '\0'.repeat(100), {}],
		['not-an-advisory', '# How to keep queues\n\nSee MS03-999 and KB990901.', {}],
		['not-an-advisory', 'Plain text.', {}],
		['not-an-advisory', '# How to keep queues\n\nText.', { path: 'da-DK/2008/990901.md' }],
		['index-page', INDEX, {}],
		['too-large', 'a'.repeat(LIMITS.bytes + 1), {}],
		['too-large', new Uint8Array(LIMITS.bytes + 1), {}],
		['limit-nesting', DEEP_HTML, {}],
	])('%s', (rule, source, options) => {
		const { advisory, diagnostics } = parseAdvisory(source, options);
		expect(advisory).toBeNull();
		expect(diagnostics).toMatchObject([{ rule, severity: 'error', line: null }]);
	});

	test('a page at the limit is read', () =>
		expect(parseAdvisory(PAGE.padEnd(LIMITS.bytes / 64, ' ')).advisory).not.toBeNull());
});

const many = (text: string, count = 5_000): string => text.repeat(count);

/** Bodies that have brought down parsers. */
const HOSTILE: Readonly<Record<string, string>> = {
	'deep quotes': `${many('> ')}text`,
	'deep lists': Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
	'deep emphasis': `${many('*a **b ')}text`,
	'brackets without end': many('['),
	'links without end': many('[a]('),
	'images without end': many('!['),
	'backticks of all lengths': Array.from({ length: 300 }, (_, length) => '`'.repeat(length)).join(' '),
	'a line of stars': many('*', 50_000),
	'tags without end': many('<a href="'),
	'deep divisions': many('<div>'),
	'tables in tables': many('<table><tr><td>', 2_000),
	'huge spans': `<table>${many('<tr><td colspan="65534" rowspan="65534">a</td></tr>', 300)}</table>`,
	'a wide table': `<table><tr>${many('<td>a</td>')}</tr></table>`,
	entities: many('&amp;amp;amp;'),
	'entities beyond Unicode': '&#1114112; &#xFFFFFF; &#0; &#xD800;',
	'NUL and controls': 'a\0b\u0001c\u007F\u0085',
	'lone surrogates': '\uD800 **\uDC00** \uD83D',
	'format characters': '\u202E\u200B\u2066\u2028**a**\u2029',
	'many datelines': many('Published: September 16, 2008 | ', 500),
	'many revisions': `#### Revisions\n\n${many('-   V1.0 (September 16, 2008): a.\n', 500)}`,
	'digits without end': many('9', 20_000),
	'dates without end': many('2008.09.', 2_000),
	'front matter without end': `\n---\n${many('a: b\n')}`,
	prototypes: '## __proto__\n\n**constructor:** toString\n\n[hasOwnProperty](http://a.example)',
};

describe.each([
	['satteri', satteri],
	['unified', unified],
])('hostile bodies, read by %s', (name, engine) => {
	test.each(Object.entries(HOSTILE))(
		'%s',
		(_, body) => {
			for (const source of [
				inventedPage({ body }),
				body,
				`<html><body><h1>Advisory 990901</h1>${body}</body></html>`,
			]) {
				expectResult(source, { engine, trace: name === 'satteri', locale: 'en-US' });
			}
		},
		20_000,
	);
});

test.each(['js', 'javascript', 'coffee'])('---%s does not run', (language) => {
	const { advisory } = parseAdvisory(`---${language}\n(globalThis.hostile = true, { Title: 'a' })\n---\n${PAGE}`);
	expect(advisory?.id).toBe('990901');
	expect(globalThis).not.toHaveProperty('hostile');
});

const CORPUS = corpusDocuments().flatMap(({ pages }) => pages.map(({ path }) => path));

describe('never throws', () => {
	const path = fc.option(fc.string(), { nil: undefined }).map((value) => (value === undefined ? {} : { path: value }));

	test('on any string', () =>
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), path, (text, options) => {
				expectResult(text, options);
				expectResult(`${PAGE}\n${text}\n${text}`, options);
			}),
			{ numRuns: 200, seed: 3 },
		));

	test('on any bytes', () =>
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), path, (bytes, options) => {
				expectResult(bytes, options);
				expectResult(new Uint8Array([...new TextEncoder().encode(PAGE), ...bytes]), options);
			}),
			{ numRuns: 200, seed: 4 },
		));

	const edit = fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		length: fc.nat(80),
		text: fc.oneof(
			fc.constantFrom(
				'**',
				'<table>',
				'</table>',
				'<td>',
				'</div>',
				'\r',
				'> ',
				'-   ',
				'| ',
				'`',
				'\0',
				'---\n',
				'#### ',
			),
			fc.string({ unit: 'grapheme', maxLength: 8 }),
		),
	});

	test.each(CORPUS)('on mutations of %s', (page) => {
		const source = readCorpus(page).toString('latin1');
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
				let text = source;
				for (const { at, length, text: inserted } of edits) {
					const start = Math.floor(at * text.length);
					text = text.slice(0, start) + Buffer.from(inserted).toString('latin1') + text.slice(start + length);
				}
				expectResult(Buffer.from(text, 'latin1'), { path: page, trace: true });
			}),
			{ numRuns: 12, seed: 5 },
		);
	});
});

describe('the same page gives the same result', () => {
	test.each(CORPUS)('%s, twice, as bytes and without the engine mattering', (page) => {
		const bytes = readCorpus(page);
		const result = JSON.stringify(parseAdvisory(bytes, { path: page }));
		expect(JSON.stringify(parseAdvisory(new Uint8Array(bytes), { path: page }))).toBe(result);
		expect(JSON.stringify(parseAdvisory(bytes, { path: page, engine: unified }))).toBe(result);
	});
});
