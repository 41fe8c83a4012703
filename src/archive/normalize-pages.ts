import { createHash } from 'node:crypto';
import type { ParseOptions } from '../options.ts';
import type { ArchiveResult, ParsePage } from './archive-result.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { rejectUnread } from './reject-unread.ts';

/**
 * Normalizes one page after the other, in the order in which they come, and reads the next one when its result is
 * asked for. What `parse` throws is a fault of the program: it goes on with the path of the page in front.
 */
export async function* normalizePages(
	pages: AsyncIterable<Page | UnreadablePage>,
	parse: ParsePage,
	options: Omit<ParseOptions, 'path'> = {},
): AsyncGenerator<ArchiveResult> {
	for await (const page of pages) {
		yield 'problem' in page ? rejectUnread(page) : normalizePage(page, parse, options);
	}
}

function normalizePage({ path, content }: Page, parse: ParsePage, options: Omit<ParseOptions, 'path'>): ArchiveResult {
	const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
	try {
		const result = parse(content, { ...options, path });
		if (result.advisory === null) return { ...result, path, bytes };
		const sha256 = createHash('sha256').update(content).digest('hex');
		const source = { ...result.advisory.source, path, sha256 };
		return { ...result, advisory: { ...result.advisory, source }, path, bytes };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${path}: ${reason}`, { cause: error });
	}
}
