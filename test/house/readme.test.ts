import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAdvisory } from '../../src/index-portable.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from '../cli/fake-host.ts';
import { ROOT } from './source-files.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const blocksOf = (language: string): string[] =>
	[...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

test('the first command of the README runs the demo, the second the tests, as CI does', () => {
	const [first = '', second = ''] = blocksOf('sh');
	expect(first.trim()).toBe('npm ci && npm run demo');
	expect(second.trim()).toBe('npm ci && npm test');
	expect(readFileSync(join(ROOT, '.ci/run'), 'utf8').trimEnd().split('\n').at(-1)).toBe(second.trim());
});

test('the page that the README shows gives the record that it shows', () => {
	const [path = ''] = /corpus\/[\w-]+\/[\w-]+\.md/.exec(README) ?? [];
	const page = readFileSync(join(ROOT, path), 'utf8');
	expect(page.replaceAll('\r\n', '\n')).toContain(blocksOf('markdown')[0]);
	const { advisory } = parseAdvisory(page, { path });
	expect(advisory).toMatchObject(JSON.parse(blocksOf('json')[0] ?? ''));
});

test('the README names every language', () => {
	const rows = [...README.matchAll(/^\| `([a-z]{2,3}-[A-Z]{2})` \| (.*) \|$/gm)].map(([, tag, name]) => [tag, name]);
	expect(rows).toEqual(LOCALES.map(({ locale, name }) => [locale, name]));
});

test('documents link to files that exist', () => {
	const links = ['README.md', 'CONTRIBUTING.md'].flatMap((name) =>
		[...readFileSync(join(ROOT, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target),
	);
	expect(links.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

test('the README names every command', () => {
	const run = readFileSync(join(ROOT, 'src/cli/run.ts'), 'utf8');
	const commands = [...run.matchAll(/import\('\.\/(\w+?)(?:-command)?\.ts'\)/g)].map(([, name]) => name);
	expect(commands).toContain('normalize');
	expect([...README.matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name)).toEqual(commands);
});

test('the searches that the README shows give what it shows', async () => {
	const cwd = temporaryFolder();
	await buildIndex(join(cwd, 'advisories.db'), join(ROOT, 'corpus'));
	const shown = blocksOf('console');
	expect(shown).toHaveLength(3);
	for (const block of shown) {
		const [, line = ''] = /^\$ technet-advisory (.*)\n/.exec(block) ?? [];
		const { out } = await runCommand(line.split(' '), { cwd });
		expect(out, line).not.toContain('0 documents');
		expect(block).toBe(`$ technet-advisory ${line}\n${out}`);
	}
});
