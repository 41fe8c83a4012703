export type { ArchiveResult } from './archive-result.ts';
export {
	type ArchiveOptions,
	type ArchiveProgress,
	type ArchiveSource,
	normalizeArchive,
} from './normalize-archive.ts';
export type { Page } from './read-pages.ts';
