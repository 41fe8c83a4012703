import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankAdvisory } from '../../src/advisory/blank.ts';
import { normalizePages } from '../../src/archive/normalize-pages.ts';
import { type Page, readPages } from '../../src/archive/read-pages.ts';
import type { FoundFile } from '../../src/archive/walk-folder.ts';
import { stubParser } from './stub-parser.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

async function* stream<T>(...items: T[]): AsyncGenerator<T> {
	yield* items;
}
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe('normalizePages', () => {
	it('fills path, hash and size from the very bytes, and keeps the order of keys', async () => {
		const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x31, 0x32, 0x0a]);
		const [result] = await collect(normalizePages(stream<Page>({ path: 'a/b.md', content: bytes }), stubParser));
		expect(result).toMatchObject({ path: 'a/b.md', bytes: 6 });
		expect(result?.advisory?.source).toMatchObject({ path: 'a/b.md', sha256: sha256(bytes) });
		expect(Object.keys(result?.advisory ?? {})).toEqual(Object.keys(blankAdvisory()));
		expect(Object.keys(result?.advisory?.source ?? {})).toEqual(Object.keys(blankAdvisory().source));
	});

	it('takes a string as its UTF-8', async () => {
		const content = '1\u20ac';
		const [result] = await collect(normalizePages(stream<Page>({ path: 'p', content }), stubParser));
		expect(result?.bytes).toBe(4);
		expect(result?.advisory?.source.sha256).toBe(sha256(new TextEncoder().encode(content)));
	});

	it('hands options and path to the parser', async () => {
		const seen: unknown[] = [];
		const parse: typeof stubParser = (source, options) => {
			seen.push(options);
			return stubParser(source, options);
		};
		await collect(normalizePages(stream<Page>({ path: 'p', content: '1' }), parse, { locale: 'cs-CZ', trace: true }));
		expect(seen).toEqual([{ locale: 'cs-CZ', trace: true, path: 'p' }]);
	});

	it('reads a page only when its result is asked for', async () => {
		let read = 0;
		async function* pages(): AsyncGenerator<Page> {
			for (; read < 100; ) {
				read += 1;
				yield { path: `${read}`, content: '1' };
			}
		}
		const results = normalizePages(pages(), stubParser);
		await results.next();
		await results.next();
		expect(read).toBe(2);
		await results.return(undefined);
		expect(read).toBe(2);
	});

	it('makes a reject of a file that cannot be read, and goes on', async () => {
		const folder = temporaryFolder({ 'a.md': '1' });
		const files = stream<FoundFile>(
			{ path: 'gone.md', file: join(folder, 'gone.md') },
			{ path: 'closed', file: folder, problem: 'EACCES' },
			{ path: 'a.md', file: join(folder, 'a.md') },
		);
		const results = await collect(normalizePages(readPages(files), stubParser));
		expect(results.map(({ path, bytes, advisory }) => [path, bytes, advisory?.id])).toEqual([
			['gone.md', 0, undefined],
			['closed', 0, undefined],
			['a.md', 1, '1'],
		]);
		const [gone, closed] = results.map(({ diagnostics }) => diagnostics);
		expect(gone).toHaveLength(1);
		expect(gone?.[0]).toMatchObject({ rule: 'unreadable', severity: 'error', actual: 'ENOENT', line: null });
		expect(gone?.[0]?.message).toBe('The file could not be read: ENOENT.');
		expect(closed?.[0]).toMatchObject({ rule: 'unreadable', actual: 'EACCES' });
	});

	it('names the page on which the parser itself broke', async () => {
		const results = normalizePages(stream<Page>({ path: 'a/b.md', content: '?' }), stubParser);
		await expect(results.next()).rejects.toThrow('a/b.md: the parser broke');
	});
});
