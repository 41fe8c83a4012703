import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../src/index.ts';
import { ARCHIVE } from './archive/archive-pages.ts';
import { sharedFolder } from './shared-pages.ts';

const RENDERINGS = sharedFolder('renderings');
const SAVED = sharedFolder('html-pages');

/**
 * Older renderings of pages of the archive, and pages saved as HTML: the same words in other markup give the same
 * record, but for the source, places, white space, and addresses that were moved.
 */
const plain = (value: unknown): unknown => {
	if (typeof value === 'string')
		return value
			.replace(/\s+/g, '')
			.replace(/https?:\/\//g, '//')
			.replace(/downloads\/details/g, 'download/details');
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => !['line', 'source', 'key'].includes(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
};

const recordOf = (path: string, name: string) => plain(parseAdvisory(readFileSync(path), { path: name }).advisory);

describe.runIf(RENDERINGS !== null && ARCHIVE !== null)('older renderings', () => {
	const pages = RENDERINGS === null ? [] : (readdirSync(RENDERINGS, { recursive: true }) as string[]);
	const advisories = pages.filter((path) => path.includes('SecurityAdvisories') && path.endsWith('.md'));
	// another revision; stars of file names that one of the two lost; a title that is indented into a list item
	const other = /ms14-009|ms11-039|ms15-035/;
	const bulletins = pages.filter(
		(path) => /^(?:zh-tw|cs-cz|pt-br|de-de).SecurityBulletins\b/.test(path) && path.endsWith('.md'),
	);

	test.each([...advisories, ...bulletins.filter((path) => !other.test(path))])(
		'%s gives the record of the page of the archive',
		(path) => {
			expect(recordOf(join(RENDERINGS ?? '', path), path)).toEqual(recordOf(join(ARCHIVE ?? '', path), path));
		},
	);
});

describe.runIf(SAVED !== null && ARCHIVE !== null)('saved HTML pages', () => {
	const expected = SAVED === null ? {} : JSON.parse(readFileSync(join(SAVED, 'expected.json'), 'utf8'));
	// three others have literal stars in cells, which the makers of the pages kept as text
	const equal = Object.entries<{ source: string }>(expected).filter(([name]) => !/^(?:03|06|10)-/.test(name));

	test.each(equal)('%s gives the record of the page of the archive', (name, { source }) => {
		expect(recordOf(join(SAVED ?? '', name), name)).toEqual(recordOf(join(ARCHIVE ?? '', source), source));
	});
});
