export type { Advisory } from './advisory/schema.ts';
export { parseLocalizedDate, readPage } from './building-blocks.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export type { LocalePack } from './language/pack.ts';
export type { Limits } from './limits.ts';
export type { Engine, ParseOptions, ParseResult, TraceEntry } from './options.ts';
export type { Block, Page } from './page/block.ts';
export { type FrontMatter, parseFrontMatter } from './page/front-matter.ts';
export { parseAdvisory } from './parse-advisory.ts';
