import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../src/page/front-matter.ts';

/** Keys and values, and the body. */
function read(source: string) {
	const { values, bodyStart, problem } = parseFrontMatter(source);
	const matter = Object.fromEntries([...values].map(([key, { value }]) => [key, value]));
	return { matter, body: source.slice(bodyStart), problem: problem?.rule ?? null };
}

const BODY = '# Contoso Advisory 990001\n';
const KEYS = 'TOCTitle: 990001\nTitle: Advisory 990001\n';
const MATTER = { TOCTitle: '990001', Title: 'Advisory 990001' };

describe('dialects', () => {
	test.each<[string, string, Record<string, string>]>([
		[
			'pandoc',
			"TOCTitle: '990001'\nTitle: 'Advisory 990001'\nms:assetid: '990001'\nms:contentKeyID: 61237302\nms:mtpsurl: 'https://technet.microsoft.com/da-DK/library/990001(v=Security.10)'\n",
			{
				...MATTER,
				'ms:assetid': '990001',
				'ms:contentKeyID': '61237302',
				'ms:mtpsurl': 'https://technet.microsoft.com/da-DK/library/990001(v=Security.10)',
			},
		],
		[
			'HT',
			'title: Advisory 990001\nTOCTitle: "990001"\nms.date: 04/18/2014\nmtps_version: v=Security.10\nms.translationtype: HT\n',
			{
				title: 'Advisory 990001',
				TOCTitle: '990001',
				'ms.date': '04/18/2014',
				mtps_version: 'v=Security.10',
				'ms.translationtype': 'HT',
			},
		],
		['blank lines between keys', 'Title: Advisory 990001\n\nTOCTitle: 990001\n\n', MATTER],
		[
			'no-break space after a colon',
			`${KEYS}author:\u00A0Anna Nowak\nms.author:\u00A0anna\n`,
			{
				...MATTER,
				author: 'Anna Nowak',
				'ms.author': 'anna',
			},
		],
		['M/D/Y in quotes', "ms:date: '04/18/2014'\n", { 'ms:date': '04/18/2014' }],
		['an address of blanks', "ms:mtpsurl: '   '\n", { 'ms:mtpsurl': '' }],
		[
			'what YAML takes for other types',
			'Title: yes\nTOCTitle: 0990001\nms:assetid: 1e3\nms.date: 2014-04-18\nauthor: ~\n',
			{
				Title: 'yes',
				TOCTitle: '0990001',
				'ms:assetid': '1e3',
				'ms.date': '2014-04-18',
				author: '~',
			},
		],
	])('%s', (_, keys, matter) =>
		expect(read(`---\n${keys}---\n\n${BODY}`)).toEqual({ matter, body: `\n${BODY}`, problem: null }),
	);

	test.each(['\n', '\r\n', '\r'])('line ends %j', (end) => {
		const source = `---\n${KEYS}---\n${BODY}`.replaceAll('\n', end);
		expect(read(source)).toEqual({ matter: MATTER, body: BODY.replaceAll('\n', end), problem: null });
	});
});

describe('damages', () => {
	test.each([
		['a blank before the delimiter', ` ---\n${KEYS}---\n`],
		['a tab', `\t---\n${KEYS}---\n`],
		['four blanks', `    ---\n${KEYS}---\n`],
		['a blank line', `\n---\n${KEYS}---\n`],
		['blanks behind it', `---  \n${KEYS}---\t\n`],
		['0---', `0---\n${KEYS}---\n`],
		['an empty first line and 0---', `\n0---\n${KEYS}---\n`],
		['twice', `---\n---\n${KEYS}---\n`],
		['a closing line with a point', `---\n${KEYS}---.\n`],
	])('%s', (_, head) => expect(read(head + BODY)).toEqual({ matter: MATTER, body: BODY, problem: null }));

	test('an opening line that was overwritten is told', () => {
		const source = `A sentence that strayed here\n${KEYS}---\n${BODY}`;
		expect(read(source)).toEqual({ matter: MATTER, body: BODY, problem: 'front-matter-damaged' });
	});
});

describe('none', () => {
	test.each([
		['a title at once', BODY],
		['a mark and a title', `\uFEFF${BODY}`],
		['a rule in the text', `Text\n\n---\n\n${BODY}`],
		['no closing line', `---\n${KEYS}${BODY}`],
		['an empty text', ''],
	])('%s', (_, source) => expect(read(source)).toEqual({ matter: {}, body: source, problem: null }));

	test('empty front matter', () => expect(read(`---\n---\n${BODY}`)).toMatchObject({ matter: {}, problem: null }));
});

describe('what is not read', () => {
	test.each(['js', 'javascript', 'json', 'toml', 'coffee'])('---%s never runs', (language) => {
		const code = `globalThis.hostile = true\n`;
		expect(read(`---${language}\n${code}---\n${BODY}`)).toEqual({
			matter: {},
			body: BODY,
			problem: 'front-matter-unreadable',
		});
		expect(globalThis).not.toHaveProperty('hostile');
	});

	test('an alias is told, and the body is read', () =>
		expect(read(`---\nTitle: &a text\nTOCTitle: *b\n---\n${BODY}`)).toEqual({
			matter: {},
			body: BODY,
			problem: 'front-matter-unreadable',
		}));

	test('lists and objects are no values', () =>
		expect(read(`---\n${KEYS}ms.x: [1, 2]\nms.y:\n  a: 1\n---\n`).matter).toEqual(MATTER));

	test('the same text twice gives the same, also where it is broken', () => {
		const source = `---\nTitle: "open\n---\n${BODY}`;
		expect(read(source)).toEqual(read(source));
	});

	test('no key reaches the prototype', () => {
		const { matter } = read('---\n__proto__: a\nconstructor: b\nTitle: c\n---\n');
		expect(matter.Title).toBe('c');
		expect(({} as Record<string, unknown>).Title).toBeUndefined();
	});
});

test('each value knows where it is printed', () => {
	const source = `---\r\nTOCTitle: 990001\r\nTitle:\u00A0'Advisory 990001'\r\nms:assetid: '990001'\r\n---\r\n${BODY}`;
	for (const { value, start, end } of parseFrontMatter(source).values.values()) {
		expect(source.slice(start, end)).toBe(value);
	}
	expect(parseFrontMatter(source).values.get('ms:assetid')?.start).toBe(
		source.lastIndexOf('990001', source.indexOf('# ')),
	);
});
