import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListed } from '../../src/archive/read-listed.ts';
import { makeZip } from './make-archive.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

async function read(list: string, cwd: string) {
	async function* chunks() {
		// torn in the middle of names
		for (let at = 0; at < list.length; at += 7) yield Buffer.from(list.slice(at, at + 7));
	}
	const pages = await collect(readListed(chunks(), cwd, {}));
	return pages.map((page) => [
		page.path,
		'problem' in page ? `! ${page.problem}, ${page.listed}` : Buffer.from(page.content).toString(),
	]);
}

describe('readListed', () => {
	const files = {
		'b.md': 'B',
		'a.txt': 'A',
		'folder/2.md': '2',
		'folder/1.md': '1',
		'folder/no.txt': '',
		' odd name .md': 'odd',
		'x.zip': makeZip([{ name: 'in.md', content: 'in' }]),
	};

	it('reads files, folders and archives in the order of the list, paths relative to the current folder', async () => {
		const cwd = temporaryFolder(files);
		const list = `b.md\nfolder\n./a.txt\nx.zip\n${join(cwd, 'b.md')}\nb.md\n`;
		expect(await read(list, cwd)).toEqual([
			['b.md', 'B'],
			['folder/1.md', '1'],
			['folder/2.md', '2'],
			['a.txt', 'A'],
			['x.zip/in.md', 'in'],
			['b.md', 'B'],
			['b.md', 'B'],
		]);
	});

	it('makes a problem of what is missing, and goes on', async () => {
		const cwd = temporaryFolder(files);
		expect(await read('b.md\nfolder/gone.md\nb.md/in.md\na.txt', cwd)).toEqual([
			['b.md', 'B'],
			['folder/gone.md', '! ENOENT, line 2 of the list'],
			['b.md/in.md', '! ENOTDIR, line 3 of the list'],
			['a.txt', 'A'],
		]);
	});

	it('says where the list names what has a problem within', async () => {
		const cwd = temporaryFolder({ 'x.zip': 'no zip', 'f/a.md': 'A', 'y.7z': '7z' });
		symlinkSync('gone', join(cwd, 'f/b.md'));
		expect(await read('\nx.zip\nf\ny.7z', cwd)).toEqual([
			['x.zip', expect.stringMatching(/^! .*, line 2 of the list$/)],
			['f/a.md', 'A'],
			['f/b.md', '! ENOENT, line 3 of the list'],
			['y.7z', expect.stringMatching(/^! cannot read this kind of archive: y\.7z; .*, line 4 of the list$/)],
		]);
		expect(await read(`f/a.md\0${'x'.repeat(1 << 17)}\0g\0`, cwd)).toEqual([
			['f/a.md', 'A'],
			['', '! too long to be a path, name 2 of the list'],
			['g', '! ENOENT, name 3 of the list'],
		]);
	});

	it('takes CRLF, empty lines, a byte order mark, and names as they are', async () => {
		const cwd = temporaryFolder(files);
		expect(await read('\uFEFFb.md\r\n\r\n odd name .md\r\n', cwd)).toEqual([
			['b.md', 'B'],
			[' odd name .md', 'odd'],
		]);
		expect(await read('', cwd)).toEqual([]);
	});

	it('takes names that end with a zero', async () => {
		const cwd = temporaryFolder({ 'a\nb.md': 'two lines', 'c.md': 'C' });
		expect(await read('c.md\0a\nb.md\0', cwd)).toEqual([
			['c.md', 'C'],
			['a\nb.md', 'two lines'],
		]);
	});
});
