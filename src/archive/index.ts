export type { ArchiveResult } from './archive-result.ts';
export {
	type ArchiveOptions,
	type ArchiveProgress,
	type ArchiveSource,
	normalizeArchive,
} from './normalize-archive.ts';
export type { Page, UnreadablePage } from './read-pages.ts';
export { readRecords } from './read-records.ts';
