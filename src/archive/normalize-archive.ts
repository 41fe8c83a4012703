import type { ParseOptions } from '../options.ts';
import { parseAdvisory } from '../parse-advisory.ts';
import type { ArchiveResult } from './archive-result.ts';
import { normalizePages } from './normalize-pages.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { openSources, type ReadOptions, readSources } from './sources.ts';
import type { OnLinkSkipped } from './walk-folder.ts';

export interface ArchiveOptions extends Omit<ParseOptions, 'path'> {
	/** Folder to which the paths of records are relative. */
	readonly root?: string;
	/** Told of each link that is not followed because it leads out of its folder or in a circle. */
	readonly onLinkSkipped?: OnLinkSkipped;
}

/**
 * What can be normalized: a folder, archive (`.tar`, `.tar.gz`, `.tgz`, `.zip`) or file, a list of them, or pages that
 * are read already, such as `readRecords` gives.
 */
export type ArchiveSource = string | readonly string[] | AsyncIterable<Page | UnreadablePage>;

/**
 * Normalizes every page of an archive, one at a time, in order: sources as they are named, a folder, tar or zip by the
 * bytes of its paths (`.md`, `.markdown`, `.html`, `.htm`; a file that is named is read whatever its extension), a
 * stream as it comes. `source.sha256` of each record is filled. Paths are relative to `root`; without one to the named
 * folder, or the inside of the archive, where the source is a single one, else to the current folder.
 *
 * Pages that cannot be read or are no advisory are results with `advisory: null`. Throws where the source or an
 * option is not of its type; the iteration throws where a named folder or file is missing.
 */
export function normalizeArchive(source: ArchiveSource, options: ArchiveOptions = {}): AsyncGenerator<ArchiveResult> {
	const { root, onLinkSkipped, ...parseOptions } = options;
	// an empty page is read at once, so that a wrong option is told at the call and not in the middle of an archive
	parseAdvisory('', parseOptions);
	const reading = { limit: options.limits?.bytes, onLinkSkipped };
	return normalizePages(openArchive(source, root, reading), parseAdvisory, parseOptions);
}

function openArchive(source: ArchiveSource, root: string | undefined, reading: ReadOptions) {
	if (isStream(source)) return checkPages(source);
	const named = typeof source === 'string' ? [source] : source;
	if (!Array.isArray(named) || !named.every((name) => typeof name === 'string')) {
		throw new TypeError('source must be a path, a list of paths or an async iterable of { path, content }');
	}
	return readNamed(named, root, reading);
}

const isStream = (source: ArchiveSource): source is AsyncIterable<Page | UnreadablePage> =>
	typeof source === 'object' && source !== null && Symbol.asyncIterator in source;

async function* readNamed(named: readonly string[], root: string | undefined, reading: ReadOptions) {
	const sources = await openSources(named, root === undefined ? {} : { root });
	yield* readSources(sources, reading);
}

async function* checkPages(pages: AsyncIterable<Page | UnreadablePage>): AsyncGenerator<Page | UnreadablePage> {
	let count = 0;
	for await (const page of pages) {
		count += 1;
		if ('problem' in page) {
			yield page;
			continue;
		}
		const { path, content } = page;
		if (typeof path !== 'string' || !(typeof content === 'string' || content instanceof Uint8Array)) {
			throw new TypeError(`page ${count} of the source must be { path: string, content: string | Uint8Array }`);
		}
		yield { path, content };
	}
}
