/** What went wrong, for programs: what was asked, or the index that was asked. */
export type SearchErrorCode = 'query' | 'input' | 'no-driver' | 'no-index' | 'foreign' | 'outdated' | 'damaged';

/** Its message says what to do; every error that this library foresees is one, but those of the file system. */
export class SearchError extends Error {
	override readonly name = 'SearchError';
	readonly code: SearchErrorCode;

	constructor(code: SearchErrorCode, message: string, cause?: unknown) {
		super(message, cause === undefined ? {} : { cause });
		this.code = code;
	}
}
