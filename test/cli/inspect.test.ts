import { describe, expect, it } from 'vitest';
import { blankAdvisory } from '../../src/advisory/blank.ts';
import type { Advisory, Section } from '../../src/advisory/schema.ts';
import { inspectPage } from '../../src/cli/inspect/page.ts';
import { displayWidth } from '../../src/cli/screen/display-width.ts';
import { PLAIN } from '../../src/cli/screen/paint.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { indexLines } from '../../src/text/text.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from './fake-host.ts';

const show = (parts: Partial<Advisory>, width = 80, diagnostics: Diagnostic[] = [], source = ''): string[] =>
	inspectPage({ advisory: { ...blankAdvisory(), ...parts }, diagnostics }, indexLines(source), PLAIN, width).split(
		'\n',
	);

const section = (kind: Section['kind'], line: number, title: string | null, children: Section[] = []): Section => ({
	kind,
	title,
	level: 1,
	text: '',
	line,
	children,
});

const finding = (place: Partial<Diagnostic>): Diagnostic => ({
	rule: 'encoding-lossy',
	severity: 'warning',
	message: 'Message.',
	line: null,
	column: null,
	endLine: null,
	endColumn: null,
	blame: 'page',
	actual: null,
	expected: null,
	...place,
});

describe('inspect', () => {
	it('aligns the fields and goes on below where one is long', () => {
		const lines = show({ title: '\u5b89\u5168'.repeat(20), published: '2008-06-14' }, 60);
		expect(lines[0]).toBe(`title           ${'\u5b89\u5168'.repeat(11)}`);
		expect(lines[1]).toBe(`                ${'\u5b89\u5168'.repeat(9)}`);
		expect(lines).toContain('published       2008-06-14');
		expect(lines).toContain('updated         -');
	});

	it('shows sections as a tree in printed order, with their lines', () => {
		const tree = [
			section('summary', 8, null),
			section('faq', 20, 'FAQ', [section('other', 31, 'A', [section('faq', 40, 'AA')]), section('other', 1234, 'B')]),
			section('revisions', 2000, 'R'),
		];
		const lines = show({ sections: tree });
		const at = lines.indexOf('Sections (3)');
		expect(lines.slice(at + 1, at + 7)).toEqual([
			'    8  summary  (untitled)',
			'   20  faq  FAQ',
			'   31    other  A',
			'   40      faq  AA',
			' 1234    other  B',
			' 2000  revisions  R',
		]);
	});

	it('does not recurse over sections', () => {
		let deep = section('other', 1, 'x');
		for (let depth = 0; depth < 20_000; depth += 1) deep = section('other', 1, 'x', [deep]);
		expect(show({ sections: [deep] }).length).toBeGreaterThan(20_000);
	});

	it('lays software out in columns that fit, without those that are empty', () => {
		const row = {
			product: '\u8edf\u9ad4'.repeat(30),
			canonicalProducts: [],
			component: null,
			canonicalComponent: null,
			group: null,
			bulletin: null,
			kb: ['958644'],
			downloads: [],
			impacts: [],
			severity: 'critical' as const,
			ratings: [],
			replaces: [],
			footnotes: [],
			line: 77,
		};
		const lines = show({ affectedSoftware: [row, { ...row, product: 'short' }] });
		const at = lines.indexOf('Affected software (2)');
		expect(lines[at + 1]).toMatch(/^line {2}product +kb +severity$/);
		expect(lines[at + 2]).toMatch(/^ {2}77 {2}(?:\u8edf\u9ad4)+\u8edf?\.\.\. +958644 {2}critical$/);
		expect(displayWidth(lines[at + 2] ?? '')).toBeLessThanOrEqual(80);
		// the columns stand under each other for the eye, not for `length`
		const columnOfKb = (line = ''): number => displayWidth(line.slice(0, line.indexOf('958644')));
		expect(columnOfKb(lines[at + 2])).toBe(columnOfKb(lines[at + 3]));
	});

	it('puts carets under what a diagnostic means, however wide the letters before it', () => {
		const source = 'first\n\t\u65e5\u671f: 2008-02-30 end';
		const place = { line: 2, column: 6, endLine: 2, endColumn: 16, actual: '2008-02-30', expected: 'a date' };
		const lines = show({}, 80, [finding(place)], source);
		const at = lines.indexOf('warning encoding-lossy 2:6');
		expect(lines.slice(at + 1, at + 6)).toEqual([
			'  Message.',
			'  has: 2008-02-30',
			'  expected: a date',
			'    2   \u65e5\u671f: 2008-02-30 end',
			`${' '.repeat(7 + 7)}^^^^^^^^^^`,
		]);
	});

	it('shows the stretch of a long line that is meant', () => {
		const source = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
		const lines = show({}, 80, [finding({ line: 1, column: 5001, endLine: 1, endColumn: 5005 })], source);
		const line = lines.findIndex((text) => text.includes('HERE'));
		expect(displayWidth(lines[line] ?? '')).toBeLessThanOrEqual(80);
		expect(lines[line + 1]?.indexOf('^^^^')).toBe(lines[line]?.indexOf('HERE'));
		expect(lines[line + 1]?.trim()).toBe('^^^^');
	});

	it('marks one letter where the place is past the end of its line', () => {
		const lines = show({}, 80, [finding({ line: 1, column: 99 })], 'abc');
		expect(lines.slice(-3, -1)).toEqual(['    1  abc', '          ^']);
	});

	it('lets no control character of a page reach the terminal', () => {
		const text = 'a\u001b[31mb\u009b1mc\u202ed';
		const lines = show({ title: text, sections: [section('other', 1, text)] }, 80, [finding({ line: 1 })], text);
		expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
	});
});

describe('inspect as a command', () => {
	it('shows a page, and its diagnostics with their line', async () => {
		const cwd = temporaryFolder({ 'x/a.md': 'MS08-067\nsecond line' });
		const { code, out, err } = await runCommand(['inspect', 'x/a.md', '--locale', 'cs-cz'], { cwd });
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain('locale          cs-CZ');
		expect(out).toContain('source          x/a.md, markdown');
		expect(out).toContain('    2  second line\n       ^^^^^^^^^^^\n');
	});

	it('shows why a page is rejected', async () => {
		const cwd = temporaryFolder({ 'a.md': '!index-page' });
		const { code, out } = await runCommand(['inspect', 'a.md'], { cwd });
		expect(code).toBe(0);
		expect(out).toMatch(/^rejected: [^\n]*\n\nDiagnostics \(1\)\nerror index-page\n/);
	});

	it('has colours on a terminal only, and not with NO_COLOR', async () => {
		const cwd = temporaryFolder({ 'a.md': '!index-page' });
		const stdout = { isTTY: true, columns: 80 };
		const out = async (setting: object) => (await runCommand(['inspect', 'a.md'], { cwd, ...setting })).out;
		expect(await out({ stdout })).toContain('\u001b[');
		expect(await out({})).not.toContain('\u001b');
		expect(await out({ stdout, env: { NO_COLOR: '1' } })).not.toContain('\u001b');
		expect(await out({ stdout, env: { NO_COLOR: '' } })).toContain('\u001b[');
	});

	it.each([
		['nowhere.md', 'no such file: nowhere.md; check the name'],
		['x', 'x is a folder; name one file, or use normalize'],
	])('%s cannot be shown', async (file, message) => {
		const cwd = temporaryFolder({ 'x/a.md': '' });
		const { code, out, err } = await runCommand(['inspect', file], { cwd });
		expect([code, out]).toEqual([1, '']);
		expect(err).toContain(message);
	});
});
