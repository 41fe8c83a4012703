import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from '../cli/fake-host.ts';

/** `d` has a diagnostic; `c` and `g` are rejected. */
export const PAGES = {
	'in/a.md': 'A',
	'in/b.md': 'B',
	'in/c.md': '!index-page',
	'in/d.md': 'D\nsecond',
	'in/e.md': 'E',
	'in/f.md': 'F',
	'in/g.md': '!not-an-advisory',
	'in/h.md': 'H',
};
export const OUTPUTS = ['o', 'o.manifest.json', 'r', 'd'];
export const ARGV = ['normalize', 'in', '--out', 'o', '--rejects', 'r', '--diagnostics', 'd'];

/** Runs the command; stops it by a signal when it has read the page `until`. Tells what pages it read. */
export async function normalize(cwd: string, argv: readonly string[], until?: string) {
	const read: string[] = [];
	const result = await runCommand(argv, {
		cwd,
		onPage: (path) => {
			read.push(path.replace(/^in\//, ''));
			return path === until ? 'SIGTERM' : undefined;
		},
	});
	return { ...result, read: read.map((path) => path.replace('.md', '')).join('') };
}

export const outputs = (cwd: string, names = OUTPUTS) => names.map((name) => readFileSync(join(cwd, name), 'utf8'));

/** What a run makes that nobody disturbs, of these pages. */
export async function undisturbed(
	files: Readonly<Record<string, string>>,
	names = OUTPUTS,
	argv: readonly string[] = ARGV,
) {
	const cwd = temporaryFolder(files);
	expect((await normalize(cwd, argv)).code).toBe(0);
	return outputs(cwd, names);
}

/** All that lies there beside the pages. */
export const outputsLeft = (cwd: string) =>
	readdirSync(cwd)
		.filter((name) => name !== 'in')
		.sort();
