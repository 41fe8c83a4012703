import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../src/index-portable.ts';
import { sharedFolder } from './shared-pages.ts';

/** The pages that the project began with, and their records, written by hand. */
const SEEDS = [
	['000_418efe00e90442b8.txt', '954474.zh-TW'],
	['001_47a2c443860dabba.txt', '954960.zh-TW'],
	['002_095a8a2ac1969558.txt', '954474.cs-CZ'],
	['003_c9bc270713c42fcb.txt', '954474.da-DK'],
	['004_092354b07c6bd436.txt', '954474.pt-BR'],
] as const;

const folder = sharedFolder('seeds');

describe.each(SEEDS)('%s', (file, name) => {
	test(`gives ${name}`, (context) => {
		if (folder === null) return context.skip('../shared/seeds is not there');
		const expected = JSON.parse(readFileSync(new URL(`./seeds/${name}.json`, import.meta.url), 'utf8'));
		const { advisory } = parseAdvisory(readFileSync(join(folder, file)), { path: file });
		if (advisory === null) throw new Error('rejected');
		// the generator changes with the data; of the source the keys that were written down
		const { generator: _, source, ...record } = advisory;
		const known = Object.entries(source).filter(([key]) => key in expected.source);
		expect({ ...record, source: Object.fromEntries(known) }).toEqual(expected);
	});
});
