import type { ParseOptions } from '../options.ts';
import type { ParsePage } from './archive-result.ts';
import { attemptPage, type HashedPage } from './normalize-pages.ts';
import { SHAPES, type Shapes } from './page-outcome.ts';

/** Reads a page and makes of it what is asked for: the whole work on a page, in whichever thread. Never throws. */
export function readShaped<S extends keyof Shapes>(
	page: HashedPage,
	parse: ParsePage,
	options: Omit<ParseOptions, 'path'>,
	shape: S,
): Shapes[S] {
	const started = performance.now();
	const result = attemptPage(page, parse, options);
	return SHAPES[shape](result, page.sha256, performance.now() - started);
}
