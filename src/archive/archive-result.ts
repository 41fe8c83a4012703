import type { ParseOptions, ParseResult } from '../options.ts';

/** What became of one page of an archive. */
export interface ArchiveResult extends ParseResult {
	/** Relative, `/` as separator; `source.path` of its record; empty where nothing is known of an unreadable page. */
	readonly path: string;
	/** Bytes that were read; 0 where the page is unreadable. */
	readonly bytes: number;
}

/** `parseAdvisory`, or what stands for it. */
export type ParsePage = (source: string | Uint8Array, options: ParseOptions) => ParseResult;
