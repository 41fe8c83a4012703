import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { walkFolder } from '../../src/archive/walk-folder.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

async function walk(folder: string) {
	const skipped: string[] = [];
	const found = await collect(walkFolder(folder, '', (path) => skipped.push(path)));
	return { paths: found.map(({ path }) => path), skipped, found };
}

describe('walkFolder', () => {
	it('finds pages by extension only, at any depth', async () => {
		const names = ['a.md', 'b.MARKDOWN', 'c.html', 'd.Htm', 'e.txt', 'f.mdx', 'md', 'x/y/z.md', '.hidden/h.md'];
		const { paths } = await walk(temporaryFolder(Object.fromEntries(names.map((name) => [name, '']))));
		expect(paths).toEqual(['.hidden/h.md', 'a.md', 'b.MARKDOWN', 'c.html', 'd.Htm', 'x/y/z.md']);
	});

	it('takes whole paths in the order of their bytes', async () => {
		const names = ['a/x.md', 'a-b/x.md', 'a.md', 'a0.md', 'Z.md', '\u00e9.md', '\uff21.md', '\u{20000}.md', 'a/b/c.md'];
		const { paths } = await walk(temporaryFolder(Object.fromEntries(names.map((name) => [name, '']))));
		expect(paths).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
		// by names alone `a/` would stand before `a-b/`; by UTF-16 units U+20000 before U+FF21
		expect(paths.indexOf('a-b/x.md')).toBeLessThan(paths.indexOf('a/x.md'));
		expect(paths.at(-1)).toBe('\u{20000}.md');
	});

	it('gives a folder that is gone as a page with a problem', async () => {
		const folder = join(temporaryFolder({ 'a.md': '' }), 'gone');
		expect((await walk(folder)).found).toEqual([{ path: '.', file: folder, problem: 'ENOENT' }]);
	});

	it('does not follow links out of the folder', async () => {
		const outside = temporaryFolder({ 'o.md': '' });
		const folder = temporaryFolder({ 'in/a.md': '' });
		symlinkSync(outside, join(folder, 'out'));
		symlinkSync(join(outside, 'o.md'), join(folder, 'out.md'));
		const { paths, skipped } = await walk(folder);
		expect(paths).toEqual(['in/a.md']);
		expect(skipped).toEqual(['out.md', 'out']);
	});

	it('does not take a folder whose name only begins like the root for a part of it', async () => {
		const base = temporaryFolder({ 'pages/a.md': '', 'pages-old/b.md': '' });
		symlinkSync('../pages-old', join(base, 'pages/old'));
		expect(await walk(join(base, 'pages'))).toMatchObject({ paths: ['a.md'], skipped: ['old'] });
	});

	it('follows links within the folder, and ends on circles', async () => {
		const folder = temporaryFolder({ 'a/a.md': '', 'b/b.md': '' });
		symlinkSync('../b', join(folder, 'a/to-b'));
		symlinkSync('../a', join(folder, 'b/to-a'));
		symlinkSync('..', join(folder, 'a/up'));
		symlinkSync('a.md', join(folder, 'a/again.md'));
		symlinkSync('self.md', join(folder, 'a/self.md'));
		const { paths, skipped } = await walk(folder);
		expect(paths).toEqual(['a/a.md', 'a/again.md', 'a/to-b/b.md', 'b/b.md', 'b/to-a/a.md', 'b/to-a/again.md']);
		expect(skipped).toEqual(
			expect.arrayContaining(['a/self.md', 'a/up', 'a/to-b/to-a', 'b/to-a/to-b', 'b/to-a/up', 'b/to-a/self.md']),
		);
	});

	it('follows one link to a folder on a way, so that links among folders do not multiply', async () => {
		const names = ['a', 'b', 'c'];
		const folder = temporaryFolder(Object.fromEntries(names.map((name) => [`${name}/p.md`, ''])));
		for (const from of names) {
			for (const to of names) if (from !== to) symlinkSync(`../${to}`, join(folder, from, `to-${to}`));
		}
		const { paths } = await walk(folder);
		expect(paths.filter((path) => path.startsWith('a/'))).toEqual(['a/p.md', 'a/to-b/p.md', 'a/to-c/p.md']);
		expect(paths).toHaveLength(9);
	});

	it('works on a folder that is itself named by a link', async () => {
		const base = temporaryFolder({ 'real/a.md': '' });
		symlinkSync('real', join(base, 'link'));
		expect((await walk(join(base, 'link'))).paths).toEqual(['a.md']);
	});

	it('never opens what is no regular file', async () => {
		const folder = temporaryFolder({ 'a.md': '' });
		const server = createServer().listen(join(folder, 'socket.md'));
		await once(server, 'listening');
		onTestFinished(() => void server.close());
		symlinkSync('socket.md', join(folder, 'to-socket.md'));
		mkdirSync(join(folder, 'folder.md'));
		expect((await walk(folder)).paths).toEqual(['a.md']);
	});

	it('tells of a folder that cannot be listed, and goes on', async () => {
		const folder = temporaryFolder({ 'a.md': '', 'b/b.md': '', 'c.md': '' });
		const found: unknown[] = [];
		for await (const { path, problem } of walkFolder(folder, 'p')) {
			found.push([path, problem]);
			rmSync(join(folder, 'b'), { recursive: true, force: true });
		}
		expect(found).toEqual([
			['p/a.md', undefined],
			['p/b', 'ENOENT'],
			['p/c.md', undefined],
		]);
	});
});
