import { isUtf8 } from 'node:buffer';
import { LIMITS } from '../limits.ts';
import { type Page, tooLarge, type UnreadablePage } from './read-pages.ts';
import { type Line, splitLines, textOfLine } from './split-lines.ts';

/** Bytes of a line for each byte of a page: `\u0001` is the longest way to write one. */
const WIDEST = 6;
/** Bytes for path and other keys. */
const BESIDE = 1 << 16;

/**
 * Reads pages from NDJSON: `{ path, content }` a line, or `{ path, contentBase64 }` where the page is not UTF-8; other
 * keys are passed over. Every line gives one page, in order: one that is no such record, an empty line too, is a page
 * with a problem that names the line; its path is empty where the line gives none. A line is read when its page is
 * asked for.
 * @param lines text in chunks, as from a file or `process.stdin`
 * @param limit bytes that a page may have
 */
export async function* readRecords(
	lines: AsyncIterable<Uint8Array | string>,
	limit: number = LIMITS.bytes,
): AsyncGenerator<Page | UnreadablePage> {
	for await (const line of splitLines(lines, WIDEST * limit + BESIDE)) yield pageOf(line, limit);
}

function pageOf({ number, size, bytes }: Line, limit: number): Page | UnreadablePage {
	const refuse = (what: string, path = ''): UnreadablePage => ({ path, problem: `line ${number} ${what}` });
	if (bytes === null) return tooLarge('', size, limit, `line ${number}`);
	if (!isUtf8(bytes)) return refuse('is not UTF-8');
	let record: unknown;
	try {
		record = JSON.parse(textOfLine(bytes, number));
	} catch {
		return refuse(bytes.every((byte) => byte <= 0x20) ? 'is empty' : 'is not JSON');
	}
	if (typeof record !== 'object' || record === null || Array.isArray(record)) return refuse('is no JSON object');
	const { path, content, contentBase64 } = record as Readonly<Record<string, unknown>>;
	if (typeof path !== 'string' || path === '') return refuse('has no path');
	if (content !== undefined && contentBase64 !== undefined) return refuse('has content and contentBase64', path);
	if (content !== undefined) {
		if (typeof content !== 'string') return refuse('has a content that is no string', path);
		const length = Buffer.byteLength(content);
		return length > limit ? tooLarge(path, length, limit) : { path, content };
	}
	if (typeof contentBase64 !== 'string') return refuse('has no content', path);
	if (!BASE64.test(contentBase64)) return refuse('has a contentBase64 that is not base64', path);
	const decoded = Buffer.from(contentBase64, 'base64');
	return decoded.length > limit ? tooLarge(path, decoded.length, limit) : { path, content: decoded };
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
