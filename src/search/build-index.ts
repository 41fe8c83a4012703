import { resolve } from 'node:path';
import type { Advisory } from '../advisory/schema.ts';
import { rejectReason } from '../archive/ndjson.ts';
import { FAULTS } from '../archive/reject-page.ts';
import { type BuildCounts, openIndexWriter } from './index-writer.ts';
import { checkRecord, type Input, type InputOptions, readInput } from './read-input.ts';
import { SearchError } from './search-error.ts';

export interface BuildOptions extends InputOptions {
	/** Told after each page, of how many so far. */
	readonly onPage?: (progress: BuildProgress) => void;
}

export interface BuildProgress {
	readonly pages: number;
	/** Pages that are no advisory. */
	readonly rejects: number;
}

/** What a build did: pages by what became of them. */
export interface BuildReport extends BuildCounts {
	/** Pages and files that gave no record. */
	readonly rejects: number;
	/** Those among them that could not be read, for whatever befell the run: what they hold may still be in the index. */
	readonly failed: number;
}

/** Rejects that say nothing of what a page is. */
const FAILURES: ReadonlySet<string | null> = new Set(['unreadable', ...FAULTS]);

/** What can be indexed: files of records (NDJSON), folders and files of pages, or records that are there already. */
export type IndexSource = string | readonly string[] | AsyncIterable<Advisory>;

/**
 * Makes an index at `path`, or brings the one that is there up to date: only pages whose records have changed are
 * written, and those that are not in the source any more are removed, unless something of the source could not be read:
 * then nobody knows what is gone, and nothing is removed. The index is built aside and put into place when
 * it is whole; until then, and where the build fails or is killed, the old one answers.
 *
 * Throws a `SearchError` where the file at `path` is none of ours, a source is missing or holds no records at all, or the
 * package `libsql` is not installed.
 */
export async function buildIndex(path: string, source: IndexSource, options: BuildOptions = {}): Promise<BuildReport> {
	const writer = openIndexWriter(resolve(options.cwd ?? '.', path));
	let pages = 0;
	let rejects = 0;
	let failed = 0;
	try {
		for await (const { advisory, diagnostics, reject } of inputsOf(source, options)) {
			pages += 1;
			if (advisory === null) {
				rejects += 1;
				if (FAILURES.has(reject ?? rejectReason({ diagnostics }))) failed += 1;
			} else writer.put(advisory, diagnostics);
			options.onPage?.({ pages, rejects });
		}
		if (pages === rejects) {
			throw new SearchError('input', `no advisory among ${pages} pages; the index is left as it was`);
		}
		return { ...writer.finish(failed > 0 ? 'kept' : 'removed'), rejects, failed };
	} catch (error) {
		writer.abandon();
		throw error;
	}
}

function inputsOf(source: IndexSource, options: InputOptions): AsyncGenerator<Input> {
	if (typeof source === 'string') return readInput([source], options);
	return Symbol.asyncIterator in source ? checked(source) : readInput(source, options);
}

async function* checked(records: AsyncIterable<Advisory>): AsyncGenerator<Input> {
	let count = 0;
	for await (const record of records) {
		count += 1;
		yield { advisory: checkRecord(record, `item ${count} of the source`), diagnostics: [] };
	}
}
