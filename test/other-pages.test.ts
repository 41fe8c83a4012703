import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAdvisory } from '../src/index-portable.ts';
import { sharedFolder } from './shared-pages.ts';

test('pages that are no advisories are rejected, each for its reason', (context) => {
	const folder = sharedFolder('other-pages');
	if (folder === null) return context.skip('../shared/other-pages is not there');
	const read = (name: string) => readFileSync(join(folder, name));
	const expected = JSON.parse(read('expected.json').toString()) as Record<string, { reject: string }>;
	expect(Object.keys(expected)).toHaveLength(98);
	const given = Object.keys(expected).map((path) => {
		const { advisory, diagnostics } = parseAdvisory(read(path), { path });
		return [path, advisory?.id ?? diagnostics.map(({ rule }) => rule).join()];
	});
	expect(given).toEqual(Object.entries(expected).map(([path, { reject }]) => [path, reject]));
});
