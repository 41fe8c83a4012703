import { createHash } from 'node:crypto';
import { messageOf } from '../diagnostic/message-of.ts';
import type { ParseOptions } from '../options.ts';
import type { ArchiveResult, ParsePage } from './archive-result.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { rejectPage, rejectUnread } from './reject-page.ts';

/** A page with the SHA-256 of its bytes, 64 hex digits: known before the page is read, so that it may not have to be. */
export interface HashedPage extends Page {
	readonly sha256: string;
}

type PageOptions = Omit<ParseOptions, 'path'>;

/**
 * Normalizes one page after the other, in the order in which they come, and reads the next one when its result is
 * asked for. What `parse` throws is a fault of the program: it goes on with the path of the page in front.
 */
export async function* normalizePages(
	pages: AsyncIterable<Page | UnreadablePage>,
	parse: ParsePage,
	options: PageOptions = {},
): AsyncGenerator<ArchiveResult> {
	for await (const page of pages) {
		if ('problem' in page) {
			yield rejectUnread(page);
			continue;
		}
		try {
			yield normalizePage(hashPage(page), parse, options);
		} catch (error) {
			throw new Error(`${page.path}: ${messageOf(error)}`, { cause: error });
		}
	}
}

export function hashPage({ path, content }: Page): HashedPage {
	return { path, content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** As a run over an archive reads a page: where the program fails on it, that page is a reject and no other is harmed. */
export function attemptPage(page: HashedPage, parse: ParsePage, options: PageOptions): ArchiveResult {
	try {
		return normalizePage(page, parse, options);
	} catch (error) {
		return rejectPage(page.path, sizeOf(page), 'worker-died', messageOf(error));
	}
}

function normalizePage(page: HashedPage, parse: ParsePage, options: PageOptions): ArchiveResult {
	const { path, content, sha256 } = page;
	const result = parse(content, { ...options, path });
	const bytes = sizeOf(page);
	if (result.advisory === null) return { ...result, path, bytes };
	const source = { ...result.advisory.source, path, sha256 };
	return { ...result, advisory: { ...result.advisory, source }, path, bytes };
}

/** Of a string, its UTF-8. */
export function sizeOf({ content }: Page): number {
	return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}
