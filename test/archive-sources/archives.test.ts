import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listTar } from '../../src/archive/list-tar.ts';
import { readTar } from '../../src/archive/read-tar.ts';
import {
	countPages,
	openSources,
	type ReadOptions,
	readSources,
	type SourceOptions,
} from '../../src/archive/sources.ts';
import { readMembers } from '../../src/archive/tar-members.ts';
import { type Member, makeTar, makeTarGz, makeZip } from './make-archive.ts';
import { collect, temporaryFolder } from './temporary-folder.ts';

/** Path and content of each page, or path and what is wrong. */
async function read(named: readonly string[], options: SourceOptions, reading: ReadOptions = {}) {
	const pages = await collect(readSources(await openSources(named, options), reading));
	return pages.map((page) => [
		page.path,
		'problem' in page ? `! ${page.problem}` : Buffer.from(page.content).toString(),
	]);
}

/** The same members as a tar, a packed tar and a zip. */
async function archivesOf(members: readonly Member[]): Promise<string> {
	return temporaryFolder({
		'x.tar': await makeTar(members),
		'x.tar.gz': await makeTarGz(members),
		'x.zip': makeZip(members),
	});
}
const ARCHIVES = ['x.tar', 'x.tar.gz', 'x.zip'];

describe('archives', () => {
	// a folder before what follows its name, a code point beyond the first plane after U+FF5E
	const pages = ['a-b.md', 'a.md', 'a/b.htm', 'a/c/d.HTML', 'ab.markdown', 'z\uFF5E.md', 'z\u{1F600}.md'];
	const content = Object.fromEntries(pages.map((path) => [path, `text of ${path}`]));
	const shuffled = [4, 2, 6, 0, 3, 5, 1].map((index) => pages[index] as string);

	it('give the same as the folder, in the order of the folder, whatever their own', async () => {
		const members = shuffled.map((name) => ({ name: `./${name}`, content: `text of ${name}` }));
		const cwd = temporaryFolder({
			...Object.fromEntries(Object.entries(content).map(([path, text]) => [`folder/${path}`, text])),
			'x.tar': await makeTar(members),
			'x.tgz': await makeTarGz(members),
			'x.TAR.GZ': await makeTarGz(members),
			'packed.tar': await makeTarGz(members),
			'x.zip': makeZip(members),
		});
		const expected = pages.map((path) => [path, `text of ${path}`]);
		for (const name of ['folder', 'x.tar', 'x.tgz', 'x.TAR.GZ', 'packed.tar', 'x.zip']) {
			expect(await read([name], { cwd }), name).toEqual(expected);
			expect(await countPages(await openSources([name], { cwd })), name).toBe(pages.length);
		}
	});

	it.each(ARCHIVES)('%s: paths begin with its own where more is named, or a root is given', async (name) => {
		const cwd = await archivesOf([{ name: 'b/p.md', content: '1' }]);
		writeFileSync(join(cwd, 'q.md'), '2');
		expect(await read([name, 'q.md'], { cwd })).toEqual([
			[`${name}/b/p.md`, '1'],
			['q.md', '2'],
		]);
		expect(await read([name], { cwd, root: '.' })).toEqual([[`${name}/b/p.md`, '1']]);
	});

	it.each(ARCHIVES)('%s: only pages are read, equal paths stay in its order', async (name) => {
		const cwd = await archivesOf([
			{ name: 'p.md', content: 'first' },
			{ name: 'p.txt', content: 'no page' },
			{ name: 'folder.md/', type: 'directory' },
			{ name: './p.md', content: 'second' },
			{ name: 'empty.md' },
			{ name: 'inner.zip', content: 'no page' },
		]);
		expect(await read([name], { cwd })).toEqual([
			['empty.md', ''],
			['p.md', 'first'],
			['p.md', 'second'],
		]);
	});

	it.each(ARCHIVES)('%s: no path leads out of it', async (name) => {
		const cwd = await archivesOf([
			{ name: '../up.md', content: '1' },
			{ name: 'a/../../up.md', content: '2' },
			{ name: '/root/abs.md', content: '3' },
			{ name: 'C:/drive.md', content: '4' },
			{ name: 'a/../b//./in.md', content: '5' },
			{ name: '..up.md', content: '6' },
		]);
		expect(await read([name], { cwd })).toEqual([
			['../up.md', '! its path leads out of the archive'],
			['..up.md', '6'],
			['a/../../up.md', '! its path leads out of the archive'],
			['b/in.md', '5'],
			['drive.md', '4'],
			['root/abs.md', '3'],
		]);
	});

	it('nor would it on a system with another separator', async () => {
		const tar = await makeTar([
			{ name: '..\\up.md' },
			{ name: 'a\\..\\..\\up.md' },
			{ name: 'a\\b.md', content: '1' },
			{ name: 'C:\\c\\d.md', content: '2' },
		]);
		expect(await read(['x.tar'], { cwd: temporaryFolder({ 'x.tar': tar }) })).toEqual([
			['..\\up.md', '! its path leads out of the archive'],
			['a\\..\\..\\up.md', '! its path leads out of the archive'],
			['a\\b.md', '1'],
			['c\\d.md', '2'],
		]);
	});

	it.each(ARCHIVES)('%s: a page beyond the limit is told, and not read', async (name) => {
		const cwd = await archivesOf([
			{ name: 'a.md', content: '12345' },
			{ name: 'b.md', content: '1234567' },
		]);
		const [a, b] = await collect(readSources(await openSources([name], { cwd }), { limit: 5 }));
		expect(a).toMatchObject({ path: 'a.md' });
		expect(b).toEqual({ path: 'b.md', problem: '', oversize: { size: 7, limit: 5 } });
	});

	// an error that nobody waits for would end the process, here the run of the tests
	it.each(ARCHIVES)('%s: one that is gone when it is read is told', async (name) => {
		const cwd = await archivesOf([{ name: 'a.md', content: '1' }]);
		const sources = await openSources([name], { cwd });
		rmSync(join(cwd, name));
		expect(await collect(readSources(sources))).toEqual([{ path: name, problem: 'ENOENT' }]);
	});

	it('links are told, and not followed', async () => {
		const members: Member[] = [
			{ name: 'a.md', content: '1' },
			{ name: 'soft.md', type: 'symlink', target: '/etc/passwd' },
		];
		const hard: Member = { name: 'hard.md', type: 'link', target: 'a.md' };
		const cwd = temporaryFolder({ 'x.tar': await makeTar([...members, hard]), 'x.zip': makeZip(members) });
		const links: string[] = [];
		const onLinkSkipped = (path: string) => void links.push(path);
		expect(await read(['x.tar'], { cwd }, { onLinkSkipped })).toEqual([
			['a.md', '1'],
			['hard.md', '! a link to a.md, which is not followed'],
		]);
		expect(await read(['x.zip'], { cwd }, { onLinkSkipped })).toEqual([['a.md', '1']]);
		expect(links).toEqual(['soft.md', 'soft.md']);
	});

	it('devices and pipes are passed over', async () => {
		const cwd = temporaryFolder({
			'x.tar': await makeTar([
				{ name: 'pipe.md', type: 'fifo' },
				{ name: 'device.md', type: 'character-device' },
				{ name: 'a.md', content: '1' },
			]),
		});
		expect(await read(['x.tar'], { cwd })).toEqual([['a.md', '1']]);
	});

	it.each(ARCHIVES)('%s: long names are whole', async (name) => {
		const path = `${'folder/'.repeat(40)}\u9801.md`;
		expect(await read([name], { cwd: await archivesOf([{ name: path, content: '1' }]) })).toEqual([[path, '1']]);
	});
});

describe('damaged archives give what comes before the damage, then a problem', () => {
	// some 20 kB that hardly pack
	const noise = (seed: number) => {
		let state = seed;
		const next = () => {
			state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
			return state.toString(36);
		};
		return Array.from({ length: 3000 }, next).join(' ');
	};
	const members = ['a.md', 'b.md', 'c.md'].map((name, index) => ({ name, content: `${name} ${noise(index + 1)}` }));
	const short = (pages: (string | undefined)[][]) => pages.map(([path, text]) => [path, text?.slice(0, 24)]);

	it('a tar that ends in a page', async () => {
		const tar = (await makeTar(members)).subarray(0, 50_000);
		const cwd = temporaryFolder({ 'x.tar': tar, 'x.tgz': gzipSync(tar) });
		for (const name of ['x.tar', 'x.tgz']) {
			expect(short(await read([name], { cwd })), name).toEqual([
				['a.md', expect.stringMatching(/^a\.md/)],
				['b.md', expect.stringMatching(/^b\.md/)],
				['c.md', '! the archive ends in it'],
				[name, '! it ends too early'],
			]);
			expect(await countPages(await openSources([name], { cwd }))).toBe(4);
		}
	});

	it('a tar that ends between pages', async () => {
		const half = await makeTar(members.slice(0, 2));
		const cwd = temporaryFolder({ 'x.tar': half.subarray(0, -1024) });
		expect((await read(['x.tar'], { cwd })).map(([path]) => path)).toEqual(['a.md', 'b.md', 'x.tar']);
	});

	it('a gzip that is torn', async () => {
		const whole = await makeTarGz(members);
		const cwd = temporaryFolder({ 'x.tgz': whole.subarray(0, whole.length >> 1), 'y.md': 'after' });
		const pages = short(await read(['x.tgz', 'y.md'], { cwd }));
		expect(pages[0]?.[0]).toBe('x.tgz/a.md');
		expect(pages.slice(-3)).toEqual([
			[expect.stringMatching(/^x\.tgz\/[bc]\.md$/), '! the archive ends in it'],
			['x.tgz', '! it ends too early'],
			['y.md', 'after'],
		]);
	});

	it('a gzip with a wrong checksum', async () => {
		const whole = await makeTarGz(members);
		whole.writeUInt32LE(7, whole.length - 8);
		const pages = short(await read(['x.tgz'], { cwd: temporaryFolder({ 'x.tgz': whole }) }));
		expect(pages[0]).toEqual(['a.md', expect.stringMatching(/^a\.md/)]);
		expect(pages.at(-1)).toEqual(['x.tgz', '! incorrect data check']);
	});

	it.each([
		['zeros', Buffer.alloc(5000), null, null],
		['something else', Buffer.from('something else'), '! it ends too early', '! something else follows its end'],
		['more of it', Buffer.from('something else '.repeat(999)), '! Invalid tar header', '! something else follows'],
	])('an archive with %s behind its end loses nothing to it', async (_, behind, ofTar, ofPacked) => {
		const cwd = temporaryFolder({
			'x.tar': Buffer.concat([await makeTar(members), behind]),
			'x.tgz': Buffer.concat([await makeTarGz(members), behind]),
		});
		for (const [name, problem] of [
			['x.tar', ofTar],
			['x.tgz', ofPacked],
		] as const) {
			const pages = await read([name], { cwd });
			expect(pages.slice(0, 3), name).toEqual(members.map(({ name, content }) => [name, content]));
			const told = problem === null ? [] : [[name, expect.stringContaining(problem)]];
			expect(pages.slice(3)).toEqual(told);
			expect(await countPages(await openSources([name], { cwd }))).toBe(pages.length);
		}
	});

	it('a tar that is packed in pieces is whole', async () => {
		const tar = await makeTar(members);
		const pieces = [tar.subarray(0, 30_000), tar.subarray(30_000)].map((piece) => gzipSync(piece));
		const pages = await read(['x.tgz'], { cwd: temporaryFolder({ 'x.tgz': Buffer.concat(pieces) }) });
		expect(pages).toEqual(members.map(({ name, content }) => [name, content]));
	});

	it.each(['x.tar', 'x.tgz', 'x.zip'])('%s that is something else', async (name) => {
		const pages = await read([name], { cwd: temporaryFolder({ [name]: 'no archive. '.repeat(100) }) });
		expect(pages).toEqual([[name, expect.stringMatching(/^! .+/)]]);
		expect(await read([name], { cwd: temporaryFolder({ [name]: '' }) })).toEqual([
			[name, expect.stringMatching(/^! /)],
		]);
	});

	it.each([
		['zeros', 5000, 0, null],
		['many zeros', 3_000_000, 0, null],
		['something else', 100, 7, 'something else follows its end'],
		['much of something else', 3_000_000, 7, 'something else follows its end'],
	])('a zip with %s behind its end is read', async (_, length, byte, problem) => {
		for (const wanted of [members, []]) {
			const zip = Buffer.concat([makeZip(wanted), Buffer.alloc(length, byte)]);
			const cwd = temporaryFolder({ 'x.zip': zip });
			const pages = await read(['x.zip'], { cwd });
			const told = problem === null ? [] : [['x.zip', `! ${problem}`]];
			expect(pages).toEqual([...wanted.map(({ name, content }) => [name, content]), ...told]);
			expect(await countPages(await openSources(['x.zip'], { cwd }))).toBe(pages.length);
		}
	});

	it.each([
		['sizes before the data', {}],
		['sizes behind the data', { flags: 8 }],
		['sizes behind the data, without signature', { flags: 8, descriptor: 'bare' as const }],
		['wide sizes behind the data', { flags: 8, descriptor: 'wide' as const }],
		['wide sizes before the data', { hasWideHead: true }],
		['nothing packed', { method: 0 }],
	])('a zip with %s that ends too early gives all pages before, wherever that is', async (_, how) => {
		const small = ['a.md', 'no page', 'b.md', 'c.md'].map((name) => ({ ...how, name, content: `text of ${name}` }));
		const whole = makeZip(small);
		// where the members end, as the list tells; zeros at the end of wide sizes say nothing more
		const unused = 'descriptor' in how && how.descriptor === 'wide' ? 8 : 0;
		const ends = small.map((_, index) => endOfMembers(makeZip(small.slice(0, index + 1))) - unused);
		for (let length = 1; length < whole.length; length += 7) {
			const cwd = temporaryFolder({ 'x.zip': whole.subarray(0, length) });
			const pages = await read(['x.zip'], { cwd });
			const complete = small.filter(({ name }, index) => name.endsWith('.md') && (ends[index] ?? 0) <= length);
			expect(pages.slice(0, complete.length), `${length}`).toEqual(
				complete.map(({ name, content }) => [name, content]),
			);
			const told = pages.slice(complete.length);
			expect(told.at(-1)).toEqual(['x.zip', expect.stringMatching(/^! (it ends too early|End of central)/)]);
			expect(told.slice(0, -1)).toEqual(
				told.length === 1 ? [] : [[expect.stringMatching(/^[abc]\.md$/), '! the archive ends in it']],
			);
		}
	});

	it('a zip that has lost its list names what it cannot find the end of', async () => {
		const zip = makeZip([
			{ name: 'a.md', content: '1' },
			{ name: '../b.md', content: '2' },
			{ name: 'c.md', content: '3', flags: 8, method: 0 },
			{ name: 'd.md', content: '4' },
		]);
		expect(await read(['x.zip'], { cwd: temporaryFolder({ 'x.zip': zip.subarray(0, -1) }) })).toEqual([
			['../b.md', '! its path leads out of the archive'],
			['a.md', '1'],
			['c.md', '! its end cannot be found'],
			['x.zip', '! its list is missing, and not all members can be found without it'],
		]);
	});

	it('a zip within a zip is not taken for the whole', async () => {
		const inner = makeZip([{ name: 'inner.md', content: 'inner' }]);
		const zip = makeZip([
			{ name: 'a.md', content: '1' },
			{ name: 'inner.zip', content: inner, method: 0 },
			{ name: 'b.md', content: '2' },
		]);
		expect(await read(['x.zip'], { cwd: temporaryFolder({ 'x.zip': zip.subarray(0, -5) }) })).toEqual([
			['a.md', '1'],
			['b.md', '2'],
			['x.zip', '! it ends too early'],
		]);
	});

	it('pages of a zip that cannot be read', async () => {
		const zip = makeZip([
			{ name: 'a-encrypted.md', content: '1', flags: 1 },
			{ name: 'b-method.md', content: '1', method: 93 },
			{ name: 'c-checksum.md', content: '1', checksum: 7 },
			{ name: 'd-longer.md', content: noise(1), size: 100 },
			{ name: 'e-shorter.md', content: '1', size: 100 },
			{ name: 'f.md', content: '1' },
		]);
		expect(await read(['x.zip'], { cwd: temporaryFolder({ 'x.zip': zip }) }, { limit: 1000 })).toEqual([
			['a-encrypted.md', '! encrypted'],
			['b-method.md', '! compression 93 is not known'],
			['c-checksum.md', '! its checksum is wrong'],
			['d-longer.md', expect.stringMatching(/^! too many bytes/)],
			['e-shorter.md', expect.stringMatching(/^! not enough bytes/)],
			['f.md', '1'],
		]);
	});
});

/** Where the list of a zip begins. */
const endOfMembers = (zip: Buffer): number => zip.readUInt32LE(zip.length - 6);

describe('readTar', () => {
	const names = Array.from({ length: 60 }, (_, index) => `${String((index * 37) % 60).padStart(2, '0')}.md`);
	const sorted = [...names].sort();
	// eleven bytes each
	const contentOf = (name: string) => `text ${name}\n`;

	async function readCounted(order: readonly string[], most: number) {
		const tar = await makeTarGz(order.map((name) => ({ name, content: contentOf(name) })));
		const file = join(temporaryFolder({ 'x.tgz': tar }), 'x.tgz');
		let passes = 0;
		const members = () => {
			passes += 1;
			return readMembers(file);
		};
		const pages = await collect(readTar(members, await listTar(file), 1000, most));
		expect(pages.map((page) => ('problem' in page ? page : `${page.path} ${Buffer.from(page.content)}`))).toEqual(
			sorted.map((name) => `${name} ${contentOf(name)}`),
		);
		return passes;
	}

	it('goes once over a tar that is in order, or nearly so', async () => {
		expect(await readCounted(sorted, 1)).toBe(1);
		const [first, second, third, ...rest] = sorted as [string, string, string, ...string[]];
		expect(await readCounted([third, second, first, ...rest], 22)).toBe(1);
	});

	it('goes so often over any other that it holds no more than it may', async () => {
		const reversed = [...sorted].reverse();
		expect(await readCounted(reversed, 1e6)).toBe(1);
		// beside the next page one more comes out of a pass
		expect(await readCounted(reversed, 1)).toBe(30);
		// two or three
		const passes = await readCounted(reversed, 22);
		expect([passes >= 20, passes <= 30]).toEqual([true, true]);
		expect(await readCounted(names, 22)).toBeGreaterThan(5);
	});

	it('tells of a tar that is no longer the one that was listed', async () => {
		const folder = temporaryFolder({
			'x.tar': await makeTar(names.map((name) => ({ name, content: name }))),
			'y.tar': await makeTar(names.map((name) => ({ name, content: `longer ${name}` }))),
		});
		const listing = await listTar(join(folder, 'x.tar'));
		const pages = readTar(() => readMembers(join(folder, 'y.tar')), listing, 1000);
		await expect(collect(pages)).rejects.toThrow('it changed while it was read');
	});
});

describe('files', () => {
	it('that are larger than the limit are told, and not read', async () => {
		const cwd = temporaryFolder({ 'f/a.md': '12345', 'f/b.md': '123456' });
		const [a, b] = await collect(readSources(await openSources(['f'], { cwd }), { limit: 5 }));
		expect(a).toMatchObject({ path: 'a.md' });
		expect(b).toEqual({ path: 'b.md', problem: '', oversize: { size: 6, limit: 5 } });
	});
});
