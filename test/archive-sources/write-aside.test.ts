import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAside } from '../../src/archive/write-aside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('openAside', () => {
	it('leaves the target alone until it is published', async () => {
		const folder = temporaryFolder({ out: 'old' });
		const file = await openAside(join(folder, 'out'));
		await file.write('new\n');
		expect(read(folder, 'out')).toBe('old');
		await file.seal();
		expect(read(folder, 'out')).toBe('old');
		expect(read(folder, 'out.partial')).toBe('new\n');
		await file.publish();
		expect(read(folder, 'out')).toBe('new\n');
		expect(readdirSync(folder)).toEqual(['out']);
	});

	it('has written when it says so', async () => {
		const folder = temporaryFolder();
		const file = await openAside(join(folder, 'out'));
		const text = `${'x'.repeat(1023)}\n`;
		for (let line = 1; line <= 100; line += 1) {
			await file.write(text);
			expect(statSync(join(folder, 'out.partial')).size).toBe(line * 1024);
		}
		await file.seal();
		await file.publish();
		expect(read(folder, 'out')).toBe(text.repeat(100));
	});

	it('continues what lies there, and cuts off what it did not pass', async () => {
		const folder = temporaryFolder({ 'out.partial': 'one\ntwo\nthr' });
		const file = await openAside(join(folder, 'out'), { continues: true });
		file.pass(4);
		expect(file.position()).toBe(4);
		await file.write('2\n');
		await file.seal();
		await file.publish();
		expect(read(folder, 'out')).toBe('one\n2\n');
	});

	it.each([
		['took its place', false, 'half'],
		['wrote behind it', true, 'and more\n'],
	])('does not take for its own what another run left that %s', async (_, continues, text) => {
		const folder = temporaryFolder({ out: 'old' });
		const file = await openAside(join(folder, 'out'));
		await file.write('new\n');
		const other = await openAside(join(folder, 'out'), { continues });
		if (continues) other.pass(4);
		await other.write(text);
		await other.keep();
		await expect(file.seal()).rejects.toMatchObject({
			code: 'EBUSY',
			message: /out\.partial was changed by another run/,
		});
		expect(await file.keep()).toBe(false);
		expect(read(folder, 'out')).toBe('old');
	});

	it('does not remove what another run left that took its place', async () => {
		const folder = temporaryFolder();
		const file = await openAside(join(folder, 'out'));
		const other = await openAside(join(folder, 'out'));
		await other.write('other');
		await file.discard();
		expect(read(folder, 'out.partial')).toBe('other');
		expect([await file.keep(), await other.keep()]).toEqual([false, true]);
	});

	it('keeps what was written where it lies', async () => {
		const folder = temporaryFolder({ out: 'old' });
		const file = await openAside(join(folder, 'out'));
		await file.write('new');
		expect(await file.keep()).toBe(true);
		expect([read(folder, 'out'), read(folder, 'out.partial')]).toEqual(['old', 'new']);
	});

	it.each([true, false])('leaves nothing behind when it gives up (sealed: %s)', async (isSealed) => {
		const folder = temporaryFolder({ out: 'old' });
		const file = await openAside(join(folder, 'out'));
		await file.write('new');
		if (isSealed) await file.seal();
		await file.discard();
		expect(readdirSync(folder)).toEqual(['out']);
		expect(read(folder, 'out')).toBe('old');
	});

	it('keeps a link and the mode of what it leads to', async () => {
		const folder = temporaryFolder({ 'real/out': 'old' });
		chmodSync(join(folder, 'real/out'), 0o600);
		symlinkSync('real/out', join(folder, 'link'));
		const file = await openAside(join(folder, 'link'));
		await file.write('new');
		await file.seal();
		await file.publish();
		expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
		expect(read(folder, 'real/out')).toBe('new');
		expect(statSync(join(folder, 'real/out')).mode & 0o777).toBe(0o600);
	});

	it('does not write through a link that lies in the place of the partial file', async () => {
		const folder = temporaryFolder({ precious: 'precious' });
		symlinkSync('precious', join(folder, 'out.partial'));
		const file = await openAside(join(folder, 'out'));
		await file.write('new');
		await file.seal();
		await file.publish();
		expect(read(folder, 'precious')).toBe('precious');
		expect(read(folder, 'out')).toBe('new');
	});

	it.runIf(lstatSync('/dev/null').isCharacterDevice())('does not replace a device', async () => {
		const file = await openAside('/dev/null');
		await file.write('gone');
		await file.seal();
		await file.publish();
		expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
		expect(existsSync('/dev/null.partial')).toBe(false);
	});

	it('says what is wrong with the target', async () => {
		const folder = temporaryFolder({ file: '' });
		await expect(openAside(join(folder, 'no/out'))).rejects.toThrow('its folder does not exist');
		await expect(openAside(join(folder, 'file/out'))).rejects.toThrow('its folder is a file');
		await expect(openAside(folder)).rejects.toThrow(`cannot write ${folder}: it is a folder`);
	});

	it.runIf(existsSync('/dev/full'))('tells of a full disk', async () => {
		const file = await openAside('/dev/full');
		await expect(file.write('x')).rejects.toMatchObject({ code: 'ENOSPC', message: /the disk is full/ });
		await file.discard();
	});
});
