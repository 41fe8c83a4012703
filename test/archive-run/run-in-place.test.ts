import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FormerRun, openFormerRun, readStretch } from '../../src/archive/former-run.ts';
import { continueInPlace } from '../../src/archive/run-in-place.ts';
import { openAside } from '../../src/archive/write-aside.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';

const REJECT = '{"path":"a.md","reject":"empty-page","sha256":"f00d","diagnostics":[]}\n';

async function openRun() {
	const folder = temporaryFolder({ 'o.partial': '', 'r.partial': REJECT });
	const [o, r] = [join(folder, 'o'), join(folder, 'r')];
	const run: FormerRun = await openFormerRun(
		{ records: `${o}.partial`, rejects: `${r}.partial`, diagnostics: null },
		'generator',
	);
	const targets = {
		records: await openAside(o, { continues: true }),
		rejects: await openAside(r, { continues: true }),
		diagnostics: null,
	};
	onTestFinished(async () => {
		await run.close();
		for (const target of [targets.records, targets.rejects]) await target.keep();
	});
	return { r, run, inPlace: continueInPlace(run, null, targets, false) };
}

/** Lets a call of every open file fail. */
async function fail(call: 'read' | 'write', code: string): Promise<void> {
	const probe = await fs.open(import.meta.filename);
	const spied = vi.spyOn(Object.getPrototypeOf(probe), call);
	await probe.close();
	spied.mockRejectedValue(Object.assign(new Error(`${code}: no name in it, ${call}`), { code }));
	onTestFinished(() => spied.mockRestore());
}

describe('a fault while a run is gone on with names the file', () => {
	it('where there is no room for what is moved', async () => {
		const { r, inPlace } = await openRun();
		await fail('write', 'ENOSPC');
		await expect(inPlace.leave()).rejects.toMatchObject({
			code: 'ENOSPC',
			message: `cannot write ${r}.partial.rest: the disk is full; make room or choose another place`,
		});
	});

	it('where what is moved cannot be read', async () => {
		const { r, inPlace } = await openRun();
		await fail('read', 'EIO');
		await expect(inPlace.leave()).rejects.toMatchObject({
			code: 'EIO',
			message: `cannot read ${r}.partial: the disk gives an error where it lies`,
		});
	});

	it('where a line that is kept cannot be read, before and after it is moved', async () => {
		const { r, run, inPlace } = await openRun();
		const page = run.find({ path: 'a.md', content: '', sha256: 'f00d' });
		if (page === null) throw new Error('the reject is not known again');
		expect(String(await readStretch(page.line))).toBe(REJECT);
		await inPlace.leave();
		expect(String(await readStretch(page.line))).toBe(REJECT);
		await fail('read', 'EIO');
		await expect(readStretch(page.line)).rejects.toThrow(`cannot read ${r}.partial.rest: the disk`);
	});

	it('where the lines of a former run cannot be read', async () => {
		const folder = temporaryFolder({ 'o/in': '' });
		const records = join(folder, 'o');
		await expect(openFormerRun({ records, rejects: null, diagnostics: null }, 'g')).rejects.toThrow(
			`cannot read ${records}: it is a folder`,
		);
	});
});

describe('openFormerRun', () => {
	it('pairs rejects among the records with their lines of rejects, whichever of these has no answer', async () => {
		const reject = (path: string, hash: string) => `{"path":"${path}","reject":"empty-page"${hash},"diagnostics":[]}\n`;
		const names = ['one.md', 'lost.md', 'three.md'];
		const folder = temporaryFolder({
			o: reject('one.md', '') + reject('three.md', ''),
			r: names.map((name) => reject(name, ',"sha256":"f00d"')).join(''),
		});
		const paths = { records: join(folder, 'o'), rejects: join(folder, 'r'), diagnostics: null };
		const run = await openFormerRun(paths, 'generator');
		onTestFinished(() => run.close());
		const found = names.map((path) => run.find({ path, content: '', sha256: 'f00d' }));
		expect(found.map((page) => page?.answer?.offset ?? null)).toEqual([0, null, reject('one.md', '').length]);
	});
});
