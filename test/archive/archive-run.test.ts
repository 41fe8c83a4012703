import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { advisorySchema } from '../../src/advisory/schema.ts';
import { parseAdvisory } from '../../src/index-portable.ts';
import { ARCHIVE, archivePages, NO_ARCHIVE, ONE_PASS } from './archive-pages.ts';
import { MEASURES } from './measures.ts';

const FLOORS = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Record<string, number>;

/** What is wrong with a record, the first few places of it. */
function issuesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
	const told = new Set(issues.map(({ path, message }) => `/${path.map(String).join('/')} ${message}`));
	return `${[...told].slice(0, 3).join('; ')}${told.size > 3 ? ` and ${told.size - 3} more` : ''}`;
}

/** One pass over all pages: what went wrong, by page, and the sums of the measures. */
function runArchive(folder: string) {
	const sums: Record<string, number> = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, 0]));
	const run = {
		files: 0,
		accepted: 0,
		rejected: [] as string[],
		thrown: [] as string[],
		invalid: [] as string[],
		sums,
	};
	for (const { path, content } of archivePages(folder)) {
		run.files++;
		try {
			const { advisory, diagnostics } = parseAdvisory(content, { path });
			if (advisory === null) {
				run.rejected.push(`${path}: ${diagnostics.map(({ rule }) => rule).join()}`);
				continue;
			}
			run.accepted++;
			const { error } = advisorySchema.safeParse(advisory);
			if (error !== undefined) run.invalid.push(`${path}: ${issuesOf(error.issues)}`);
			const source = new TextDecoder().decode(content);
			for (const [name, measure] of Object.entries(MEASURES))
				sums[name] = (sums[name] ?? 0) + measure(advisory, source);
		} catch (error) {
			run.thrown.push(`${path}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
	return run;
}

describe('the archive', () => {
	let done: ReturnType<typeof runArchive> | null = null;
	const run = (folder: string) => {
		done ??= runArchive(folder);
		return done;
	};

	test('is read without an exception, and every page is accepted or rejected', { timeout: ONE_PASS }, (context) => {
		if (ARCHIVE === null) return context.skip(NO_ARCHIVE);
		const { files, accepted, rejected, thrown, sums } = run(ARCHIVE);
		expect(thrown).toEqual([]);
		expect(files).toBeGreaterThan(0);
		expect(accepted + rejected.length).toBe(files);
		const rows = Object.entries(sums).map(([name, sum]) => `${name}: ${sum} (floor ${FLOORS[name] ?? 'none'})`);
		console.log([`archive: ${files} pages`, ...rows].join('\n  '));
	});

	test('loses only its index pages', { timeout: ONE_PASS }, (context) => {
		if (ARCHIVE === null) return context.skip(NO_ARCHIVE);
		expect(run(ARCHIVE).rejected.filter((line) => !line.endsWith(': index-page'))).toEqual([]);
	});

	test('gives records that are valid by the schema', { timeout: ONE_PASS }, (context) => {
		if (ARCHIVE === null) return context.skip(NO_ARCHIVE);
		expect(run(ARCHIVE).invalid).toEqual([]);
	});

	test.for(Object.entries(FLOORS))('%s: at least %i', { timeout: ONE_PASS }, ([name, floor], context) => {
		if (ARCHIVE === null) return context.skip(NO_ARCHIVE);
		expect(Object.keys(MEASURES)).toContain(name);
		expect(run(ARCHIVE).sums[name]).toBeGreaterThanOrEqual(floor);
	});
});
