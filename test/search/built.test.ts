import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { ROOT } from '../house/source-files.ts';
import { recordOf, streamOf } from './invented-records.ts';

const DIST = join(ROOT, 'dist');
const NEWS = recordOf({ id: 'MS31-001', sections: ['The spooler stops.'] });

/** A process that has written a page and waits for the next one, for ever. */
async function stuckBuild(path: string): Promise<ChildProcess> {
	const record = JSON.stringify(recordOf({ id: 'MS31-002', sections: ['The mixer.'] }));
	const script = `
		import { buildIndex } from ${JSON.stringify(pathToFileURL(join(DIST, 'search/index.js')).href)};
		setInterval(() => {}, 1000);
		async function* records() {
			yield ${record};
			console.log('begun');
			await new Promise(() => {});
		}
		await buildIndex(${JSON.stringify(path)}, records());`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	return child;
}

const search = (cwd: string, dist = DIST) =>
	spawnSync(process.execPath, [join(dist, 'cli/main.js'), 'search', 'spooler', '--db', join(cwd, 'a.db')], {
		encoding: 'utf8',
	});

describe.skipIf(!existsSync(join(DIST, 'search/index.js')))('the built search', () => {
	it('answers while another process builds, and after that one was killed', async () => {
		const cwd = temporaryFolder();
		const path = join(cwd, 'a.db');
		await buildIndex(path, streamOf(NEWS));
		const child = await stuckBuild(path);
		expect(readdirSync(cwd)).toHaveLength(2);
		for (let time = 0; time < 2; time++) expect(search(cwd).stdout).toMatch(/^MS31-001 [\s\S]*\n1 document\n$/);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(readdirSync(cwd)).toHaveLength(2);
		expect(search(cwd).stdout).toMatch(/\n1 document\n$/);
		const again = recordOf({ id: 'MS31-003', sections: ['A spooler.'] });
		expect(await buildIndex(path, streamOf(NEWS, again))).toMatchObject({ added: 1, unchanged: 1 });
		expect(readdirSync(cwd)).toEqual(['a.db']);
		expect(search(cwd).stdout).toMatch(/\n2 documents\n$/);
	});

	it('makes the first index after a killed build', async () => {
		const cwd = temporaryFolder();
		const child = await stuckBuild(join(cwd, 'a.db'));
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(search(cwd)).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no index') });
		expect(await buildIndex(join(cwd, 'a.db'), streamOf(NEWS))).toMatchObject({ added: 1 });
		expect(readdirSync(cwd)).toEqual(['a.db']);
	});

	it('reads pages in threads, and makes the same file of them', () => {
		const cwd = temporaryFolder();
		const index = (db: string, workers: string) =>
			spawnSync(
				process.execPath,
				[join(DIST, 'cli/main.js'), 'index', join(ROOT, 'corpus'), '--db', join(cwd, db), '--workers', workers],
				{ encoding: 'utf8' },
			);
		expect(index('one.db', '1')).toMatchObject({ status: 0 });
		expect(index('two.db', '2')).toMatchObject({ status: 0 });
		expect(readFileSync(join(cwd, 'two.db')).equals(readFileSync(join(cwd, 'one.db')))).toBe(true);
	});

	it('says which package is missing', async () => {
		const cwd = temporaryFolder();
		await buildIndex(join(cwd, 'a.db'), streamOf(NEWS));
		// far from every node_modules
		cpSync(DIST, join(cwd, 'package/dist'), { recursive: true });
		cpSync(join(ROOT, 'package.json'), join(cwd, 'package/package.json'));
		const { status, stderr } = search(cwd, join(cwd, 'package/dist'));
		expect(status).toBe(1);
		expect(stderr).toContain('technet-advisory: searching needs the package libsql (npm install libsql): Cannot find');
	});
});
