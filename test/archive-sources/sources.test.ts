import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSources, readSources, type SourceOptions } from '../../src/archive/sources.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

const paths = async (named: readonly string[], options: SourceOptions): Promise<string[]> =>
	(await collect(readSources(await openSources(named, options)))).map(({ path }) => path);

describe('paths of records', () => {
	const files = { 'zh-tw/b.md': '', 'zh-tw/a.md': '', 'cs-cz/a.md': '', 'page.txt': '' };

	it('are relative to the folder that is named alone', async () => {
		const cwd = temporaryFolder(files);
		expect(await paths(['zh-tw'], { cwd })).toEqual(['a.md', 'b.md']);
		expect(await paths([join(cwd, 'zh-tw/')], { cwd: '/' })).toEqual(['a.md', 'b.md']);
	});

	it('are relative to the current folder where more is named, in the order of the names', async () => {
		const cwd = temporaryFolder(files);
		const named = ['./zh-tw/', 'page.txt', join(cwd, 'cs-cz')];
		expect(await paths(named, { cwd })).toEqual(['zh-tw/a.md', 'zh-tw/b.md', 'page.txt', 'cs-cz/a.md']);
	});

	it('of a named file are relative to the current folder, whatever its extension', async () => {
		const cwd = temporaryFolder(files);
		expect(await paths(['./page.txt'], { cwd })).toEqual(['page.txt']);
		expect(await paths(['../page.txt'], { cwd: join(cwd, 'zh-tw') })).toEqual(['../page.txt']);
	});

	it('are relative to the root where one is given', async () => {
		const cwd = temporaryFolder(files);
		expect(await paths(['zh-tw'], { cwd, root: '.' })).toEqual(['zh-tw/a.md', 'zh-tw/b.md']);
	});

	it('that lead nowhere are an error before anything is read', async () => {
		const cwd = temporaryFolder(files);
		await expect(openSources(['zh-tw', 'nowhere'], { cwd })).rejects.toMatchObject({
			message: 'no such file or folder: nowhere',
			code: 'ENOENT',
		});
	});

	it.each(['a.tar.xz', 'a.tbz2', 'a.7z'])(
		'of another kind of archive (%s) are an error, not one bad page',
		async (name) => {
			const cwd = temporaryFolder({ [name]: 'packed' });
			await expect(openSources([name], { cwd })).rejects.toMatchObject({
				message: expect.stringContaining(`${name}; unpack it`),
				code: 'ENOTSUP',
			});
		},
	);
});
