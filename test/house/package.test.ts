import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/advisory/generator.ts';
import { ROOT } from './source-files.ts';

const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	version: string;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
};

test('the code knows the version of the package', () => {
	expect(VERSION).toBe(PACKAGE.version);
});

test('the changelog has the version or an unreleased part', () => {
	const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
	expect(changelog).toMatch(/^## \[Unreleased\]$/m);
	expect(changelog).toMatch(/^### Output changes$/m);
});

test('dependencies are pinned', () => {
	const { dependencies, devDependencies, optionalDependencies } = PACKAGE;
	const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
	expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test.runIf(existsSync(join(ROOT, 'dist/index.js')))('the package holds what users need and nothing else', () => {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: ROOT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
		shell: process.platform === 'win32',
	});
	const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
	const paths = files.map(({ path }) => path);
	expect(paths.filter((path) => !path.startsWith('dist/')).sort()).toEqual([
		'CHANGELOG.md',
		'LICENSE',
		'README.md',
		'package.json',
	]);
	expect(paths.filter((path) => !/\.(?:js|json|d\.ts)$/.test(path) && path.startsWith('dist/'))).toEqual([]);
	expect(paths).toContain('dist/advisory/advisory.schema.json');
	// a file of a former build whose source is gone
	const source = (path: string) => path.replace(/^dist/, 'src').replace(/\.(?:d\.ts|js)$/, '.ts');
	const stale = paths.filter((path) => /^dist\/.*\.(?:js|d\.ts)$/.test(path) && !existsSync(join(ROOT, source(path))));
	expect(stale, 'remove dist and build again').toEqual([]);
});
