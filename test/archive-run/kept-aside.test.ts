import { existsSync, promises as fs, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines } from '../cli/fake-host.ts';
import { ARGV, normalize, OUTPUTS, outputs, outputsLeft, PAGES, undisturbed } from './run-command.ts';

const RESUME = [...ARGV, '--resume'];
const OTHER = [...RESUME, '--locale', 'cs-CZ'];
const PARTIALS = ['o.partial', 'r.partial', 'd.partial'];
const keptAs = (number: number) => ['o', 'r', 'd'].map((name) => `${name}.kept-${number}.partial`);
const sorted = (...names: string[]) => names.sort();

/** Makes the run that was left another version's. */
function makeForeign(cwd: string): void {
	const place = join(cwd, 'o.manifest.json');
	writeFileSync(place, readFileSync(place, 'utf8').replace(/technet-advisory\/\d/, 'technet-advisory/9'));
}

describe('--resume of what was made with something else', () => {
	it('does not go on with what was made with other options, keeps it, and says so before and after', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const left = outputs(cwd, PARTIALS);
		const { err, read } = await normalize(cwd, OTHER);
		expect(read).toBe('abcdefgh');
		const said =
			'o.partial was not resumed: made with other options: locale (none, now cs-CZ); ' +
			'it is kept as o.kept-1.partial, and a --resume with what it was made with goes on with it\n';
		expect(err.startsWith(`technet-advisory: ${said}8 files: `)).toBe(true);
		expect(err.endsWith(`; ${said}`)).toBe(true);
		expect(readLines(outputs(cwd, ['o'])[0] ?? '').map(({ locale }) => locale)).toEqual(Array(6).fill('cs-CZ'));
		expect(outputs(cwd, keptAs(1))).toEqual(left);
		expect(outputsLeft(cwd)).toEqual(sorted(...OUTPUTS, ...keptAs(1), 'o.kept-1.manifest.json'));
	});

	it('goes on with it when the options are the same again', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		expect((await normalize(cwd, OTHER, 'b.md')).read).toBe('ab');
		const { err, read } = await normalize(cwd, RESUME);
		expect(read).toBe('fgh');
		expect(err).toContain('locale (cs-CZ, now none); it is kept as o.kept-2.partial');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
		// it has nothing more; what was made with the other options is still of use
		expect(outputsLeft(cwd)).toEqual(sorted(...OUTPUTS, ...keptAs(2), 'o.kept-2.manifest.json'));
		expect((await normalize(cwd, OTHER)).read).toBe('cdefgh');
		expect(outputsLeft(cwd)).toEqual(sorted(...OUTPUTS));
	});

	it('goes on with it also where a run with other options did not begin, and when it is stopped again', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		renameSync(join(cwd, 'in'), join(cwd, 'elsewhere'));
		expect((await normalize(cwd, OTHER)).code).toBe(1);
		renameSync(join(cwd, 'elsewhere'), join(cwd, 'in'));
		expect((await normalize(cwd, OTHER, 'a.md')).read).toBe('a');
		writeFileSync(join(cwd, 'in/0.md'), 'new');
		expect((await normalize(cwd, RESUME, '0.md')).read).toBe('0');
		expect((await normalize(cwd, RESUME)).read).toBe('fgh');
		expect(outputs(cwd)).toEqual(await undisturbed({ ...PAGES, 'in/0.md': 'new' }));
	});

	it('keeps what an earlier --resume has moved out of the way', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'f.md');
		writeFileSync(join(cwd, 'in/b.md'), 'B2');
		await normalize(cwd, RESUME, 'b.md');
		expect(existsSync(join(cwd, 'o.partial.rest'))).toBe(true);
		expect((await normalize(cwd, OTHER, 'a.md')).read).toBe('a');
		expect(existsSync(join(cwd, 'o.kept-1.partial.rest'))).toBe(true);
		expect((await normalize(cwd, OTHER)).read).toBe('bcdefgh');
		expect((await normalize(cwd, RESUME)).read).toBe('gh');
		expect(outputs(cwd)).toEqual(await undisturbed({ ...PAGES, 'in/b.md': 'B2' }));
		expect(outputsLeft(cwd)).toEqual(sorted(...OUTPUTS));
	});

	it('does not go on with what another version made, and keeps it', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		makeForeign(cwd);
		const left = outputs(cwd, PARTIALS);
		const { err, read } = await normalize(cwd, RESUME);
		expect(read).toBe('abcdefgh');
		expect(err).toMatch(
			/; o\.partial was not resumed: made by technet-advisory\/9\S*, this is technet-advisory\/0\S*; it is kept as o\.kept-1\.partial/,
		);
		expect(outputs(cwd, keptAs(1))).toEqual(left);
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});

	it('tells other packs from another version', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const place = join(cwd, 'o.manifest.json');
		writeFileSync(place, readFileSync(place, 'utf8').replace(/\+[0-9a-f]{8}/, '+00000000'));
		const { err, read } = await normalize(cwd, RESUME);
		expect(read).toBe('abcdefgh');
		expect(err).toMatch(
			/ was not resumed: made with other packs, by \S*\+00000000, this is \S*; it is kept as o\.kept-1/,
		);
	});

	it('keeps what no manifest says the origin of', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		rmSync(join(cwd, 'o.manifest.json'));
		const left = outputs(cwd, PARTIALS);
		const { err, read } = await normalize(cwd, RESUME);
		expect(read).toBe('abcdefgh');
		expect(err).toMatch(
			/; o\.partial was not resumed: no manifest says what it was made with; it is kept as o\.kept-1\.partial\n$/,
		);
		expect(outputs(cwd, keptAs(1))).toEqual(left);
	});

	it('does not take what no manifest says the origin of for what was kept under its name before', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		await normalize(cwd, OTHER, 'c.md');
		for (const name of keptAs(1)) rmSync(join(cwd, name));
		rmSync(join(cwd, 'o.manifest.json'));
		const { err, read } = await normalize(cwd, RESUME);
		expect(err).toContain('it is kept as o.kept-1.partial');
		expect(read).toBe('abcdefgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
		expect(outputsLeft(cwd)).toEqual(sorted(...OUTPUTS, ...keptAs(1)));
	});

	it('goes without what lay in a folder that is gone', async () => {
		const cwd = temporaryFolder({ ...PAGES, 'sub/x': '' });
		const argv = ['normalize', 'in', '--out', 'o', '--resume', '--rejects'];
		const other = ['--locale', 'cs-CZ'];
		await normalize(cwd, [...argv, 'sub/r'], 'e.md');
		rmSync(join(cwd, 'sub'), { recursive: true });
		expect((await normalize(cwd, [...argv, 'r', ...other], 'b.md')).read).toBe('ab');
		// of what was kept first only the records are there
		expect((await normalize(cwd, [...argv, 'r'])).read).toBe('cfgh');
		expect(outputs(cwd, ['o', 'r'])).toEqual(await undisturbed(PAGES, ['o', 'r'], [...argv, 'r']));
	});

	it('takes what was kept though the folder of another output of it is gone', async () => {
		const cwd = temporaryFolder({ ...PAGES, 'sub/x': '' });
		const argv = ['normalize', 'in', '--out', 'o', '--resume', '--rejects'];
		const other = ['--locale', 'cs-CZ'];
		await normalize(cwd, [...argv, 'sub/r'], 'e.md');
		await normalize(cwd, [...argv, 'r', ...other], 'b.md');
		expect(existsSync(join(cwd, 'sub/r.kept-1.partial'))).toBe(true);
		rmSync(join(cwd, 'sub'), { recursive: true });
		expect((await normalize(cwd, [...argv, 'r'])).read).toBe('cfgh');
		expect(outputs(cwd, ['o', 'r'])).toEqual(await undisturbed(PAGES, ['o', 'r'], [...argv, 'r']));
	});

	it.each([1, 2, 3])('loses nothing when it ends before file %i has its new name', async (time) => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const left = outputs(cwd, PARTIALS).sort();
		let renamed = 0;
		const rename = vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
			if (/kept-\d\.partial$/.test(String(to))) renamed += 1;
			if (renamed === time) throw Object.assign(new Error('EIO: no more'), { code: 'EIO' });
			renameSync(from, to);
		});
		onTestFinished(() => rename.mockRestore());
		expect((await normalize(cwd, OTHER)).code).toBe(1);
		rename.mockRestore();
		const files = readdirSync(cwd).filter((name) => name.endsWith('.partial'));
		expect(outputs(cwd, files).sort()).toEqual(left);
		expect((await normalize(cwd, OTHER, 'a.md')).read).toBe('a');
		expect(outputs(cwd, keptAs(1)).sort()).toEqual(left);
		expect((await normalize(cwd, RESUME)).read).toBe('fgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});
});
