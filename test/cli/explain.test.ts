import { describe, expect, it } from 'vitest';
import { findField, stepsOf } from '../../src/cli/explain/field-path.ts';
import { nearNames } from '../../src/cli/explain/near-names.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from './fake-host.ts';
import { lineOf, SAMPLE_PAGE } from './sample-page.ts';

const FILES = { 'in/990901.md': SAMPLE_PAGE, 'in/index.md': 'nothing here' };

async function explain(field: string, ...flags: string[]) {
	return runCommand(['explain', 'in/990901.md', field, ...flags], { cwd: temporaryFolder(FILES) });
}

async function explainJson(field: string) {
	const { code, out, err } = await explain(field, '--json');
	expect([code, err]).toEqual([0, '']);
	return JSON.parse(out);
}

describe('explain', () => {
	it('shows value, place, reader and pack entry, and what was not taken', async () => {
		const { code, out, err } = await explain('published');
		expect([code, err]).toEqual([0, '']);
		const lines = out.split('\n');
		expect(lines.slice(0, 2)).toEqual(['/published', '  2008-09-16']);
		const read = lines.findIndex((line) => line.startsWith('  /published: reader dates, pack entry en-US/'));
		const source = `   ${lineOf('Published: September 16')}  Published: September 16, 2008 | Updated`;
		expect(lines[read + 1]).toContain(source);
		expect(lines[read + 2]).toBe(`${' '.repeat(7 + 'Published: '.length)}${'^'.repeat('September 16, 2008'.length)}`);
		const rest = lines.slice(lines.indexOf('Not taken (1)'));
		expect(rest[1]).toBe('  2008-09-17');
		expect(rest[2]).toMatch(/^ {4}later line: reader dates, pack entry en-US\//);
		expect(rest[3]).toBe(`   ${lineOf('Published: September 17')}  Published: September 17, 2008`);
		expect(rest[4]?.trim()).toBe('^'.repeat('September 17, 2008'.length));
	});

	it('--json has the same as data, with the letters that stand there', async () => {
		const { value, scope, origins, taken, rejected, path, field } = await explainJson('published');
		expect([path, field, value, scope]).toEqual(['in/990901.md', '/published', '2008-09-16', 'value']);
		expect(origins[0].source).toMatchObject({ text: 'September 16, 2008', column: 12, endColumn: 30 });
		expect(taken).toMatchObject({ rule: 'dates', origin: 'dateline', value: '2008-09-16' });
		expect(rejected).toMatchObject([
			{ value: '2008-09-17', origin: 'later line', source: { line: lineOf('Published: September 17') } },
		]);
		expect(SAMPLE_PAGE.slice(rejected[0].source.start, rejected[0].source.end)).toBe('September 17, 2008');
	});

	it.each([
		['revisions/1/date', '2008-09-24', 'value', ['/revisions/1/date']],
		['/revisions/1/date', '2008-09-24', 'value', ['/revisions/1/date']],
		['revisions.1.date', '2008-09-24', 'value', ['/revisions/1/date']],
		['revisions[1].date', '2008-09-24', 'value', ['/revisions/1/date']],
		['revisions/1/line', lineOf('- V1.1'), 'item', ['/revisions/1/version', '/revisions/1/date', '/revisions/1/text']],
		['kind', 'advisory', 'none', []],
	])('%s is found, with the places it has', async (field, value, scope, pointers) => {
		const explanation = await explainJson(field);
		expect([explanation.value, explanation.scope]).toEqual([value, scope]);
		expect(explanation.origins.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
	});

	it('of a list has the places of all items', async () => {
		const { scope, origins } = await explainJson('revisions');
		expect(scope).toBe('parts');
		expect(origins.map(({ pointer }: { pointer: string }) => pointer)).toContain('/revisions/0/version');
		expect(origins.map(({ pointer }: { pointer: string }) => pointer)).toContain('/revisions/1/text');
	});

	it('knows the hash of the file, as normalize does', async () => {
		expect((await explainJson('source.sha256')).value).toMatch(/^[0-9a-f]{64}$/);
	});

	it('says that nothing was found for a field', async () => {
		const { code, out } = await explain('knownIssues');
		expect(code).toBe(0);
		expect(out).toMatch(/^\/knownIssues\n {2}null\n\nHas no place in the source\n/);
	});

	it.each([
		['publishd', 2, 'there is no field /publishd; did you mean /published\n'],
		['REVISIONS', 2, 'did you mean /revisions\n'],
		['date', 2, '/source/date'],
		['revisions/0/dates', 2, 'there is no field /revisions/0/dates; did you mean /revisions/0/date'],
		['zzz', 2, 'take one of schema, generator, '],
		['revisions/2', 1, '/revisions has 2 items on this page: /revisions/0 to /revisions/1'],
		['revisions/first', 2, 'first is no item of /revisions'],
		['published/day', 2, '/published is a string; nothing lies under it'],
		['knownIssues/kb', 1, '/knownIssues is null on this page'],
		['constructor', 2, 'there is no field /constructor'],
	])('%s is no field: ends with %i', async (field, expected, message) => {
		const { code, out, err } = await explain(field);
		expect(err).toContain(message);
		expect([code, out]).toEqual([expected, '']);
	});

	it('says why a page gives no record', async () => {
		const { code, out, err } = await runCommand(['explain', 'in/index.md', 'id'], { cwd: temporaryFolder(FILES) });
		expect([code, out]).toEqual([1, '']);
		expect(err).toMatch(/in\/index\.md gives no record: not-an-advisory\. The page prints no id/);
	});
});

describe('field paths', () => {
	it('unescapes a pointer', () => {
		expect(stepsOf('/a~1b/m~0n')).toEqual(['a/b', 'm~n']);
	});

	it('finds a name at any depth without recursion', () => {
		let deep: object = { wanted: 1 };
		for (let depth = 0; depth < 20_000; depth += 1) deep = { children: [deep] };
		expect(() => findField({ sections: [deep] }, 'wanted')).toThrow(/did you mean .*\/wanted/);
	});

	it('puts the nearest names first', () => {
		expect(nearNames('linke', ['linked', 'links', 'line', 'sections'])).toEqual(['linked', 'links', 'line']);
		expect(nearNames('x', ['sections'])).toEqual([]);
	});
});
