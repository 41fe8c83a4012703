export {
	type ArchiveOptions,
	type ArchiveProgress,
	type ArchiveResult,
	type ArchiveSource,
	normalizeArchive,
} from './archive/index.ts';
export * from './index-portable.ts';
