import { describe, expect, it } from 'vitest';
import { openRecordFile } from '../../src/cli/diff/record-file.ts';
import { collect, temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from './fake-host.ts';

const record = (path: string | null, parts: object = {}) => ({
	generator: 'technet-advisory/0.1.0+00000001',
	key: `${path}_key`,
	title: 'T',
	kb: [] as object[],
	source: { path, bytes: 1 },
	...parts,
});

const ndjson = (...records: object[]): string => records.map((one) => `${JSON.stringify(one)}\n`).join('');

const diff = (old: string, next: string, ...flags: string[]) =>
	runCommand(['diff', 'old.ndjson', 'new.ndjson', ...flags], {
		cwd: temporaryFolder({ 'old.ndjson': old, 'new.ndjson': next }),
	});

async function diffJson(old: string, next: string, ...flags: string[]) {
	const { code, out, err } = await diff(old, next, '--json', ...flags);
	expect(err).toBe('');
	return { code, ...JSON.parse(out) };
}

describe('diff', () => {
	it('ends with 0 when only the order and the generator differ', async () => {
		const old = ndjson(record('a.md'), record('b.md'));
		const next = ndjson(record('b.md', { generator: 'technet-advisory/0.1.0+00000002' }), record('a.md'));
		const { code, out, err } = await diff(old, next);
		expect([code, err]).toEqual([0, '']);
		expect(out).toBe(
			'old.ndjson: 2 records; new.ndjson: 2 records\n2 matched, 2 equal, 0 changed, 0 added, 0 removed\n' +
				'ignored: /generator (generator: technet-advisory/0.1.0+00000001, ' +
				'now technet-advisory/0.1.0+00000002, technet-advisory/0.1.0+00000001)\n',
		);
	});

	it('tells fields, first differences by pattern, and examples', async () => {
		const kb = (...ids: string[]) => ({ kb: ids.map((id) => ({ id, line: 3 })) });
		const old = ndjson(record('a.md', kb('1', '2')), record('b.md', kb('1')), record('c.md'), record('d.md'));
		const next = ndjson(
			record('a.md', kb('1', '3')),
			record('b.md', { ...kb('1', '2'), title: 'U' }),
			record('c.md', kb('9')),
			record('d.md'),
		);
		const { code, fields, equal, changed, matched } = await diffJson(old, next);
		expect([code, equal, changed, matched]).toEqual([1, 1, 3, { byPath: 4, byKey: 0 }]);
		expect(fields).toEqual([
			{
				field: 'kb',
				records: 3,
				patterns: [
					{ pattern: '/kb/*', records: 2 },
					{ pattern: '/kb/*/id', records: 1 },
				],
				examples: [
					{ record: 'b.md', pointer: '/kb/1', new: '{"id":"2","line":3}', json: true },
					{ record: 'a.md', pointer: '/kb/1/id', old: '2', new: '3' },
					{ record: 'c.md', pointer: '/kb/0', new: '{"id":"9","line":3}', json: true },
				],
			},
			{
				field: 'title',
				records: 1,
				patterns: [{ pattern: '/title', records: 1 }],
				examples: [{ record: 'b.md', pointer: '/title', old: 'T', new: 'U' }],
			},
		]);
	});

	it('shows the same on the screen', async () => {
		const { code, out } = await diff(ndjson(record('a.md'), record('b.md')), ndjson(record('a.md', { title: 'U' })));
		expect(code).toBe(1);
		expect(out).toContain('1 matched, 0 equal, 1 changed, 0 added, 1 removed\n');
		expect(out).toMatch(/^Removed \(1\)\n {2}b\.md$/m);
		expect(out).toMatch(/^title +1 +\/title 1$/m);
		expect(out).toContain('title (1)\n  a.md /title\n    - "T"\n    + "U"\n');
	});

	it('shows items as JSON, and texts with their signs', async () => {
		const { out } = await diff(ndjson(record('a.md', { title: 'a\n' })), ndjson(record('a.md', { kb: [{ id: '1' }] })));
		expect(out).toContain('    - (nothing)\n    + {"id":"1"}\n');
		expect(out).toContain('    - "a\\n"\n    + "T"\n');
	});

	it('matches what is left by key, and several of one path in their order', async () => {
		const old = ndjson(record('x/a.md', { key: 'k1' }), record('b.md', { title: '1' }), record('b.md', { title: '2' }));
		const next = ndjson(
			record('b.md', { title: '1' }),
			record('y/a.md', { key: 'k1' }),
			record('b.md', { title: '3' }),
		);
		const { matched, added, removed, fields } = await diffJson(old, next);
		expect([matched, added, removed]).toEqual([{ byPath: 2, byKey: 1 }, [], []]);
		expect(fields.map(({ field, examples }: Record<string, never[]>) => [field, examples?.[0]])).toEqual([
			['source', { record: 'y/a.md', pointer: '/source/path', old: 'x/a.md', new: 'y/a.md' }],
			['title', { record: 'b.md', pointer: '/title', old: '2', new: '3' }],
		]);
	});

	it('matches records without a path by their key, and lists those of one file only', async () => {
		const old = ndjson(record(null, { key: 'a' }), record(null, { key: 'b' }));
		const { code, matched, added, removed } = await diffJson(old, ndjson(record(null, { key: 'b' }), record('c.md')));
		expect(code).toBe(1);
		expect([matched.byPath + matched.byKey, added, removed]).toEqual([1, ['c.md'], ['a']]);
	});

	it.each([
		['source', 0],
		['source.bytes', 0],
		['/source/bytes', 0],
		['/source/path', 1],
	])('--ignore %s ends with %i', async (ignored, expected) => {
		const old = ndjson(record('a.md'));
		const next = ndjson(record('a.md', { source: { path: 'a.md', bytes: 2 } }));
		const { code, ignored: patterns } = await diffJson(old, next, '--ignore', ignored);
		expect(code).toBe(expected);
		expect(patterns).toEqual(['/generator', `/${ignored.replace(/^\//, '').replace('.', '/')}`]);
	});

	it('--ignore takes a field that only these records have', async () => {
		const more = (value: number) => ndjson(record('a.md', { more: value }));
		expect((await diffJson(more(1), more(2), '--ignore', 'more')).code).toBe(0);
	});

	it('--ignore takes patterns of items, and may be repeated', async () => {
		const one = (id: string, line: number) => ndjson(record('a.md', { title: id, kb: [{ id: '1', line }] }));
		expect((await diffJson(one('x', 1), one('y', 2), '--ignore', 'kb.*.line', '--ignore', 'title')).code).toBe(0);
		expect((await diffJson(one('x', 1), one('y', 2), '--ignore', '/kb/0/line')).code).toBe(1);
	});

	it.each([
		[['old.ndjson'], 'name two files of records'],
		[['old.ndjson', 'new.ndjson', '--ignore', 'titel'], '--ignore titel is no field of a record'],
	])('%j is wrong usage', async (argv, message) => {
		const cwd = temporaryFolder({ 'old.ndjson': '{"more":1}', 'new.ndjson': '' });
		const { code, err } = await runCommand(['diff', ...argv], { cwd });
		expect(err).toContain(message);
		expect(err).toContain('see technet-advisory diff --help');
		expect(code).toBe(2);
	});

	it.each([
		['{}\n\nno json\n', 'old.ndjson:3 is no JSON'],
		['{}\n[1]\n', 'old.ndjson:2 is no record'],
	])('%j cannot be compared: ends with 2, as diff does', async (old, message) => {
		const { code, out, err } = await diff(old, '');
		expect(err).toContain(message);
		expect(err).not.toContain('--help');
		expect([code, out]).toEqual([2, '']);
	});

	it.each(['nowhere.ndjson', 'folder'])('%s is no file to compare', async (name) => {
		const cwd = temporaryFolder({ 'old.ndjson': '', 'folder/a': '' });
		const { code, err } = await runCommand(['diff', 'old.ndjson', name], { cwd });
		expect(err).toContain(name);
		expect(code).toBe(2);
	});
});

describe('record files', () => {
	it('gives lines across chunks, and the same record again at its place', async () => {
		const long = '\u6f22'.repeat(500_000);
		const texts = ['a', long, `${long}b`, '', 'end'];
		const lines = texts.map((text) => JSON.stringify({ text })).join('\n');
		const file = await openRecordFile('r.ndjson', temporaryFolder({ 'r.ndjson': lines }));
		const all = await collect(file.records());
		expect(all.map(({ record }) => record.text)).toEqual(texts);
		expect(all.map(({ place }) => place.line)).toEqual([1, 2, 3, 4, 5]);
		for (const { place, record } of all.reverse()) expect(await file.at(place)).toEqual(record);
		await file.close();
	});

	it('passes over blank lines and takes CRLF', async () => {
		const file = await openRecordFile('r.ndjson', temporaryFolder({ 'r.ndjson': '{"a":1}\r\n\r\n{"a":2}\r\n' }));
		const all = await collect(file.records());
		expect(all.map(({ record, place }) => [record.a, place.line])).toEqual([
			[1, 1],
			[2, 3],
		]);
		await file.close();
	});
});
