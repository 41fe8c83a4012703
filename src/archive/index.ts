export type { ArchiveResult } from './archive-result.ts';
export { type ArchiveOptions, type ArchiveSource, normalizeArchive } from './normalize-archive.ts';
export type { Page, UnreadablePage } from './read-pages.ts';
export { readRecords } from './read-records.ts';
