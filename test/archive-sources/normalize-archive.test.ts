import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { normalizeArchive } from '../../src/archive/index.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

vi.mock('../../src/parse-advisory.ts', async () => {
	const { stubParser } = await import('./stub-parser.ts');
	return {
		parseAdvisory: (source: string | Uint8Array, options: { locale?: unknown } = {}) => {
			if (options.locale === 7) throw new TypeError('options.locale must be a string');
			return stubParser(source, options as { locale?: string });
		},
	};
});

describe('normalizeArchive', () => {
	it('goes over a folder, a list of paths or a stream of pages', async () => {
		const folder = temporaryFolder({ 'x/b.md': 'B', 'x/a.md': '!index-page', 'c.txt': 'C' });
		const ids = async (source: Parameters<typeof normalizeArchive>[0], root?: string) =>
			(await collect(normalizeArchive(source, root === undefined ? {} : { root }))).map((result) => [
				result.path,
				result.advisory?.id ?? null,
			]);
		expect(await ids(folder)).toEqual([
			['x/a.md', null],
			['x/b.md', 'B'],
		]);
		expect(await ids([join(folder, 'c.txt'), join(folder, 'x')], folder)).toEqual([
			['c.txt', 'C'],
			['x/a.md', null],
			['x/b.md', 'B'],
		]);
		async function* pages() {
			yield { path: 'anything', content: 'D' };
			yield { path: 'bytes', content: new TextEncoder().encode('E') };
		}
		expect(await ids(pages())).toEqual([
			['anything', 'D'],
			['bytes', 'E'],
		]);
	});

	it('fills the hash of the record', async () => {
		const [result] = await collect(normalizeArchive(temporaryFolder({ 'a.md': 'A' })));
		expect(result?.advisory?.source.sha256).toBe('559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd');
	});

	it('checks source and options at the call', () => {
		expect(() => normalizeArchive(7 as unknown as string)).toThrow(TypeError);
		expect(() => normalizeArchive([7] as unknown as string[])).toThrow('source must be a path, a list of paths');
		expect(() => normalizeArchive('.', { locale: 7 as unknown as string })).toThrow('options.locale');
		for (const name of ['root', 'onLinkSkipped', 'onProgress', 'signal', 'workers']) {
			expect(() => normalizeArchive('.', { [name]: /x/ })).toThrow(`option "${name}" must be a`);
		}
	});

	it('throws on what is missing and on what is no page', async () => {
		await expect(collect(normalizeArchive('/nowhere/at/all'))).rejects.toThrow('no such file or folder');
		async function* pages() {
			yield { path: 'a', content: 'A' };
			yield { path: 'b' } as { path: string; content: string };
		}
		await expect(collect(normalizeArchive(pages()))).rejects.toThrow('page 2 of the source must be');
	});
});
