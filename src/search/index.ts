export {
	type BuildOptions,
	type BuildProgress,
	type BuildReport,
	buildIndex,
	type IndexSource,
} from './build-index.ts';
export type { Facet, Facets } from './facets.ts';
export { type Hit, openIndex, type SearchIndex, type SearchResult, type Translation } from './open-index.ts';
export type { SearchOptions, Sort } from './options.ts';
export { SearchError, type SearchErrorCode } from './search-error.ts';
