import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/archive/read-records.ts';
import { collect } from './temporary-folder.ts';

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
	yield* parts;
}
const read = async (text: string | Uint8Array, limit?: number) => collect(readRecords(chunks(text), limit));
const line = (record: unknown): string => `${JSON.stringify(record)}\n`;

describe('readRecords', () => {
	it('gives one page a line, other keys passed over', async () => {
		const text = line({ path: 'a.md', content: 'A\u20ac' }) + line({ id: 7, content: '', path: 'b/c.html' });
		expect(await read(text)).toEqual([
			{ path: 'a.md', content: 'A\u20ac' },
			{ path: 'b/c.html', content: '' },
		]);
	});

	it('takes bytes as base64', async () => {
		const [page] = await read(line({ path: 'a', contentBase64: 'gKT/' }));
		expect(page).toEqual({ path: 'a', content: Buffer.from([0x80, 0xa4, 0xff]) });
	});

	it.each([1, 2, 3, 7, 1000])('is not torn by chunks of %i bytes', async (size) => {
		const bytes = Buffer.from(line({ path: '\u9801.md', content: '\u{1F600}' }).repeat(3));
		const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
			bytes.subarray(at * size, at * size + size),
		);
		const pages = await collect(readRecords(chunks(...parts)));
		expect(pages).toEqual(new Array(3).fill({ path: '\u9801.md', content: '\u{1F600}' }));
	});

	it('takes CRLF, a last line without end, and nothing at all', async () => {
		expect(await read('{"path":"a","content":""}\r\n{"path":"b","content":""}')).toMatchObject([
			{ path: 'a' },
			{ path: 'b' },
		]);
		expect(await read('')).toEqual([]);
	});

	it('passes over a byte order mark before the first line, and no other', async () => {
		const record = `\uFEFF${line({ path: 'a', content: '\uFEFFA' })}`;
		expect(await read(record + record)).toEqual([
			{ path: 'a', content: '\uFEFFA' },
			{ path: '', problem: 'line 2 is not JSON' },
		]);
	});

	it.each<[string | Uint8Array, string, string]>([
		['{"path": "a"', '', 'line 2 is not JSON'],
		['', '', 'line 2 is empty'],
		[' \r', '', 'line 2 is empty'],
		['7', '', 'line 2 is no JSON object'],
		['null', '', 'line 2 is no JSON object'],
		['[{"path": "a", "content": ""}]', '', 'line 2 is no JSON object'],
		['{"content": ""}', '', 'line 2 has no path'],
		['{"path": 7, "content": ""}', '', 'line 2 has no path'],
		['{"path": "", "content": ""}', '', 'line 2 has no path'],
		['{"path": "p"}', 'p', 'line 2 has no content'],
		['{"path": "p", "content": null}', 'p', 'line 2 has a content that is no string'],
		['{"path": "p", "content": ["a"]}', 'p', 'line 2 has a content that is no string'],
		['{"path": "p", "contentBase64": 7}', 'p', 'line 2 has no content'],
		['{"path": "p", "contentBase64": "%"}', 'p', 'line 2 has a contentBase64 that is not base64'],
		['{"path": "p", "content": "", "contentBase64": ""}', 'p', 'line 2 has content and contentBase64'],
		[Uint8Array.of(0x22, 0x80, 0x22), '', 'line 2 is not UTF-8'],
	])('%s is a page with a problem, and the next line is read', async (text, path, problem) => {
		const good = Buffer.from(line({ path: 'good', content: '1' }));
		const pages = await read(Buffer.concat([good, Buffer.from(text as string), Buffer.from('\n'), good]));
		expect(pages).toEqual([
			{ path: 'good', content: '1' },
			{ path, problem },
			{ path: 'good', content: '1' },
		]);
	});

	it('tells of pages beyond the limit', async () => {
		const over = { size: 6, limit: 5 };
		expect(await read(line({ path: 'p', content: '12\u20ac4' }), 5)).toEqual([
			{ path: 'p', problem: '', oversize: over },
		]);
		expect(await read(line({ path: 'p', contentBase64: 'MTIzNDU2' }), 5)).toMatchObject([{ oversize: over }]);
		expect(await read(line({ path: 'p', content: '1234\n' }), 5)).toMatchObject([{ content: '1234\n' }]);
	});

	it('does not hold a line that is far beyond the limit', async () => {
		async function* endless() {
			yield '{"path":"p","content":"';
			for (let count = 0; count < 200; count += 1) yield 'x'.repeat(1000);
			yield `"}\n${line({ path: 'q', content: '1' })}`;
		}
		expect(await collect(readRecords(endless(), 5))).toEqual([
			{ path: '', problem: 'line 1', oversize: { size: 200_025, limit: 5 } },
			{ path: 'q', content: '1' },
		]);
	});

	it('reads a line only when it is asked for', async () => {
		let given = 0;
		async function* lines() {
			for (; given < 100; ) {
				given += 1;
				yield line({ path: `${given}`, content: '' });
			}
		}
		const pages = readRecords(lines());
		await pages.next();
		await pages.next();
		expect(given).toBe(2);
		await pages.return(undefined);
	});
});
