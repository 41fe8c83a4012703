import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Advisory } from '../../src/advisory/schema.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { openToRead } from '../../src/search/driver.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { makeTar } from '../archive-sources/make-archive.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { questionOf, recordOf, softwareOf, streamOf, titled } from './invented-records.ts';

const NEWS = recordOf({ id: 'MS31-001', sections: ['The spooler stops.', 'Restart the spooler.'] });
const OTHER = recordOf({ id: 'MS31-002', sections: ['The mixer leaks.', 'Restart the spooler.'] });

const build = (path: string, ...records: Advisory[]) => buildIndex(path, streamOf(...records));

function ids(path: string, words: string): string[] {
	const index = openIndex(path);
	onTestFinished(() => index.close());
	return index.search({ words }).hits.map(({ id }) => id);
}

/** Rows of a table or view, and whatever else SQL says of an index. */
function ask(path: string, sql: string): unknown[] {
	const database = openToRead(path);
	const rows = database.prepare(sql).all([]);
	database.close();
	return rows;
}

const written = (record: Advisory): string => `${JSON.stringify(record)}\n`;

describe('buildIndex', () => {
	it('writes what is new, changed and gone, and nothing else', async () => {
		const path = join(temporaryFolder(), 'a.db');
		expect(await build(path, NEWS, OTHER)).toMatchObject({
			added: 2,
			changed: 0,
			removed: 0,
			unchanged: 0,
			kept: 0,
			rejects: 0,
		});
		expect(ids(path, 'spooler').sort()).toEqual(['MS31-001', 'MS31-002']);
		const changed = recordOf({ id: 'MS31-002', sections: ['The mixer is quiet.'] });
		expect(await build(path, NEWS, changed)).toMatchObject({
			added: 0,
			changed: 1,
			removed: 0,
			unchanged: 1,
			rejects: 0,
		});
		expect([ids(path, 'spooler'), ids(path, 'leaks'), ids(path, 'quiet')]).toEqual([['MS31-001'], [], ['MS31-002']]);
		const third = recordOf({ id: 'MS31-003', sections: ['The mixer hums.'] });
		expect(await build(path, third, changed)).toMatchObject({
			added: 1,
			changed: 0,
			removed: 1,
			unchanged: 1,
			rejects: 0,
		});
		expect([ids(path, 'spooler'), ids(path, 'mixer').sort()]).toEqual([[], ['MS31-002', 'MS31-003']]);
		expect(ask(path, 'SELECT text FROM stored_texts ORDER BY 1')).toEqual([
			{ text: 'The mixer hums.' },
			{ text: 'The mixer is quiet.' },
		]);
		expect(ask(path, "SELECT * FROM page_text WHERE page_text MATCH 'restart'")).toEqual([]);
	});

	it('brought up to date, an index answers as one that is made at once', async () => {
		const folder = temporaryFolder();
		const [path, fresh] = [join(folder, 'a.db'), join(folder, 'b.db')];
		const faq = [questionOf('What hums?', 'The \u6f0f\u6d1e mixer.', [0], 12)];
		const full = recordOf({
			...OTHER,
			sections: [titled('Questions', 'What hums?\nThe \u6f0f\u6d1e mixer.', 11)],
			faq,
			headline: 'Mixer',
			affectedSoftware: [softwareOf(['Windows XP'])],
			productFamilies: ['Windows'],
		});
		await build(path, NEWS, full);
		await build(path, OTHER);
		await build(path, full);
		await build(fresh, full);
		for (const table of ['advisories', 'sections', 'faq', 'products', 'families']) {
			const sql = `SELECT * FROM ${table}`;
			const withoutPage = (rows: unknown[]): unknown[] => rows.map((row) => ({ ...(row as object), page: 0 }));
			expect(withoutPage(ask(path, sql)), table).toEqual(withoutPage(ask(fresh, sql)));
		}
		expect(ask(path, 'SELECT question, answer FROM faq')).toEqual([
			{ question: 'What hums?', answer: 'The \u6f0f\u6d1e mixer.' },
		]);
		// the rank depends on what the index knows of all pages: what was removed must be forgotten
		const rank = "SELECT bm25(page_text) AS rank FROM page_text WHERE page_text MATCH 'mixer'";
		expect(ask(path, rank)).toEqual(ask(fresh, rank));
		expect(() => ask(path, "INSERT INTO page_text(page_text) VALUES ('integrity-check')")).toThrow(/readonly/);
	});

	it('is as small as one that is made at once, however often its pages changed', async () => {
		const folder = temporaryFolder();
		const [path, fresh] = [join(folder, 'a.db'), join(folder, 'b.db')];
		const words = (page: number, round: number): string =>
			Array.from({ length: 3000 }, (_, at) => `w${(page * 7919 + round * 104729 + at * 31) % 99991}`).join(' ');
		const records = (round: number): Advisory[] =>
			Array.from({ length: 20 }, (_, page) => recordOf({ id: `MS31-0${page + 10}`, sections: [words(page, round)] }));
		for (let round = 0; round < 4; round++) await build(path, ...records(round));
		await build(fresh, ...records(3));
		expect(ask(path, 'PRAGMA freelist_count')).toMatchObject([{ freelist_count: 0 }]);
		expect(statSync(path).size / statSync(fresh).size).toBeLessThan(1.1);
	});

	it('leaves the file alone where nothing changed', async () => {
		const path = join(temporaryFolder(), 'a.db');
		await build(path, NEWS, OTHER);
		const before = statSync(path);
		expect(await build(path, OTHER, NEWS)).toMatchObject({ unchanged: 2 });
		const after = statSync(path);
		expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
	});

	it('is built anew where the records come from another program', async () => {
		const path = join(temporaryFolder(), 'a.db');
		await build(path, NEWS, OTHER);
		const generator = 'technet-advisory/0.0.0+11111111';
		expect(await build(path, { ...NEWS, generator })).toMatchObject({ added: 1, removed: 0 });
		expect(ask(path, 'SELECT id FROM advisories')).toEqual([{ id: 'MS31-001' }]);
	});

	it('keeps two pages of one key apart by their paths', async () => {
		const path = join(temporaryFolder(), 'a.db');
		const copy = { ...NEWS, source: { ...NEWS.source, path: 'copy.md' } };
		expect(await build(path, NEWS, copy)).toMatchObject({ added: 2 });
		expect(await build(path, NEWS, copy, copy)).toMatchObject({ unchanged: 2, removed: 0 });
	});

	it('reads files of records by name or content, and pages beside them', async () => {
		const page = readFileSync(new URL('../../corpus/990101/zh-TW.md', import.meta.url));
		const cwd = temporaryFolder({
			'a.ndjson': written(NEWS) + written(OTHER),
			'b.records': written(recordOf({ id: 'MS31-003' })),
			'pages/p.md': page,
			'pages/none.md': '',
		});
		const path = join(cwd, 'a.db');
		const report = await buildIndex(path, ['a.ndjson', 'b.records', 'pages'], { cwd });
		expect(report).toMatchObject({ added: 4, rejects: 1 });
		expect(ask(path, "SELECT path FROM advisories WHERE id = '990101'")).toEqual([{ path: 'p.md' }]);
		expect(await buildIndex(path, 'a.ndjson', { cwd })).toMatchObject({ unchanged: 2, removed: 2 });
	});

	it('removes nothing where its source could not be read in full', async () => {
		const page = readFileSync(new URL('../../corpus/990101/zh-TW.md', import.meta.url));
		const tar = await makeTar([
			{ name: 'a.md', content: page },
			{ name: 'b.md', content: page },
		]);
		const timeout = '{"path":"b.md","reject":"page-timeout","diagnostics":[]}\n';
		const cwd = temporaryFolder({
			'whole.tar': tar,
			'cut.tar': tar.subarray(0, 700 + page.length),
			'a.ndjson': written(NEWS) + written(OTHER),
			'b.ndjson': written(NEWS) + timeout,
		});
		expect(await buildIndex('a.db', 'whole.tar', { cwd })).toMatchObject({ added: 2, failed: 0 });
		const cut = await buildIndex('a.db', 'cut.tar', { cwd });
		expect(cut).toMatchObject({ removed: 0, kept: 1, unchanged: 1 });
		expect(cut.failed).toBeGreaterThan(0);
		await buildIndex('b.db', 'a.ndjson', { cwd });
		expect(await buildIndex('b.db', 'b.ndjson', { cwd })).toMatchObject({ removed: 0, kept: 1, failed: 1 });
		expect(await buildIndex('b.db', streamOf(NEWS), { cwd })).toMatchObject({ removed: 1, kept: 0 });
	});

	it('takes rejects among records as what they are, and a byte order mark as nothing', async () => {
		const reject = '{"path":"a.md","reject":"index-page","diagnostics":[]}\n';
		const cwd = temporaryFolder({ 'a.ndjson': `\ufeff${written(OTHER)}${reject}${written(NEWS)}` });
		expect(await buildIndex('a.db', 'a.ndjson', { cwd })).toMatchObject({ added: 2, rejects: 1 });
	});

	it('has the paths of an archive that is named alone as normalize has them, in whichever folder', async () => {
		const page = readFileSync(new URL('../../corpus/990101/zh-TW.md', import.meta.url));
		const cwd = temporaryFolder({ 'a.tar': await makeTar([{ name: 'in/p.md', content: page }]), 'p.md': page });
		const paths = (): unknown => ask(join(cwd, 'a.db'), 'SELECT path FROM advisories ORDER BY path');
		await buildIndex('a.db', 'a.tar', { cwd });
		expect(paths()).toEqual([{ path: 'in/p.md' }]);
		await buildIndex('a.db', ['a.tar', 'p.md'], { cwd });
		expect(paths()).toEqual([{ path: 'a.tar/in/p.md' }, { path: 'p.md' }]);
	});

	it('joins records with what was noticed on their pages', async () => {
		const finding = {
			rule: 'unknown-heading',
			severity: 'info',
			message: 'No kind.',
			line: 3,
			actual: 'Odd',
			expected: null,
		};
		const notes = (record: Advisory, diagnostics: object[]): string =>
			`${JSON.stringify({ path: record.source.path, key: record.key, diagnostics })}\n`;
		const cwd = temporaryFolder({
			'a.ndjson': written(OTHER) + written(NEWS),
			'd.ndjson': notes(NEWS, [finding]) + notes(OTHER, []),
		});
		await buildIndex('a.db', 'a.ndjson', { cwd, diagnostics: 'd.ndjson' });
		expect(ask(join(cwd, 'a.db'), 'SELECT id, d.* FROM diagnostics d JOIN advisories USING (page)')).toEqual([
			{ id: 'MS31-001', page: 2, position: 0, ...finding },
		]);
	});

	it.each([
		['nowhere', 'no such file or folder: nowhere'],
		['broken.ndjson', 'broken.ndjson:2 is no JSON'],
		['other.ndjson', 'other.ndjson:2 is no record of technet-advisory/1'],
		['part.ndjson', 'part.ndjson:3 is no whole record, for it has no sections'],
		['rejects.ndjson', 'no advisory among 1 pages'],
		['list.ndjson', 'list.ndjson:1 is no record'],
		['empty.ndjson', 'no advisory among 0 pages; the index is left as it was'],
		['folder', 'no advisory among 0 pages'],
	])('%s is no source, and leaves the old index', async (name, message) => {
		const cwd = temporaryFolder({
			'broken.ndjson': `${written(OTHER)}{"`,
			'other.ndjson': `${written(OTHER)}{"schema":"other/1"}\n`,
			'part.ndjson': `${written(OTHER)}\n${written({ ...OTHER, sections: undefined as unknown as [] })}`,
			'rejects.ndjson': '{"path":"a.md","reject":"index-page","diagnostics":[]}\n',
			'list.ndjson': '[]\n',
			'empty.ndjson': '\n',
			'folder/readme.txt': '',
		});
		await build(join(cwd, 'a.db'), NEWS);
		await expect(buildIndex('a.db', [name], { cwd })).rejects.toThrow(message);
		expect(ids(join(cwd, 'a.db'), 'spooler')).toEqual(['MS31-001']);
		expect(readdirSync(cwd).filter((file) => file.startsWith('a.db'))).toEqual(['a.db']);
	});

	it('goes on answering from the old index while a new one is built', async () => {
		const path = join(temporaryFolder(), 'a.db');
		await build(path, NEWS);
		const [early, answers] = [openIndex(path), [] as number[]];
		onTestFinished(() => early.close());
		async function* slowly(): AsyncGenerator<Advisory> {
			yield OTHER;
			for (const index of [early, openIndex(path)]) answers.push(index.search({ words: 'spooler' }).total);
		}
		await buildIndex(path, slowly());
		expect(answers).toEqual([1, 1]);
		expect([early.search({ words: 'stops' }).total, ids(path, 'stops').length]).toEqual([1, 0]);
	});

	it('does not mix with another build that was faster', async () => {
		const path = join(temporaryFolder(), 'a.db');
		await build(path, NEWS);
		async function* slowly(): AsyncGenerator<Advisory> {
			yield NEWS;
			await build(path, OTHER);
			yield recordOf({ id: 'MS31-003' });
		}
		await expect(buildIndex(path, slowly())).rejects.toThrow('another build has changed');
		const [one, other] = [join(temporaryFolder(), 'a.db'), recordOf({ id: 'MS31-004', sections: ['A mixer.'] })];
		await Promise.all([build(one, other), build(one, other)]);
		expect(ids(one, 'mixer')).toEqual(['MS31-004']);
		expect(ids(path, 'mixer')).toEqual(['MS31-002']);
	});

	it('removes what a killed build left, and nothing that is being built', async () => {
		const cwd = temporaryFolder({
			'a.db.999999999-1.partial': 'x',
			[`a.db.${process.ppid}-1.partial`]: 'x',
			'a.db.partial': 'x',
		});
		await build(join(cwd, 'a.db'), NEWS);
		expect(readdirSync(cwd).sort()).toEqual(['a.db', `a.db.${process.ppid}-1.partial`, 'a.db.partial']);
	});

	it('writes to the end of a link', async () => {
		const cwd = temporaryFolder();
		await build(join(cwd, 'real.db'), NEWS);
		symlinkSync('real.db', join(cwd, 'link.db'));
		await build(join(cwd, 'link.db'), OTHER);
		expect(ids(join(cwd, 'real.db'), 'mixer')).toEqual(['MS31-002']);
	});

	it('touches no file that is none of ours', async () => {
		const cwd = temporaryFolder({ 'a.db': 'precious', 'folder/x': '' });
		await expect(build(join(cwd, 'a.db'), NEWS)).rejects.toMatchObject({ code: 'foreign' });
		expect(readFileSync(join(cwd, 'a.db'), 'utf8')).toBe('precious');
		await expect(build(join(cwd, 'folder'), NEWS)).rejects.toMatchObject({ code: 'foreign' });
		await expect(build(join(cwd, 'no/a.db'), NEWS)).rejects.toMatchObject({ code: 'input' });
	});
});

describe('openIndex', () => {
	const opened = async (change: (bytes: Buffer) => Buffer | undefined): Promise<() => unknown> => {
		const path = join(temporaryFolder(), 'a.db');
		await build(path, NEWS, OTHER);
		const bytes = readFileSync(path);
		writeFileSync(path, change(bytes) ?? bytes);
		return () => openIndex(path).search({ words: 'spooler' });
	};

	it('tells that there is none', () => {
		const path = join(temporaryFolder(), 'none.db');
		expect(() => openIndex(path)).toThrow(`there is no index ${path}; make one`);
		expect(existsSync(path)).toBe(false);
	});

	it.each([
		['text', () => Buffer.from('some words'), 'is no index of technet-advisory'],
		['of another program', (bytes: Buffer) => void bytes.writeUInt32BE(7, 68), 'is no index of technet-advisory'],
		['of another version', (bytes: Buffer) => void bytes.writeUInt32BE(999, 60), 'is of another version'],
		['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'is damaged; remove it'],
		['overwritten', (bytes: Buffer) => void bytes.fill(0x5a, 100), 'is damaged; remove it'],
	])('tells that a file is %s', async (_, change, message) => {
		expect(await opened(change)).toThrow(message);
	});
});
