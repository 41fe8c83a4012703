import { resolve } from 'node:path';
import { openIndex } from '../search/open-index.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { choosePaint, PLAIN } from './screen/paint.ts';
import { screenWidth } from './screen/screen-width.ts';
import { readSearchArguments, SEARCH_HELP } from './search/search-arguments.ts';
import { tellingSearchErrors } from './search/search-failure.ts';
import { SCREEN_MARKS, searchText } from './search/search-text.ts';
import { writeTo } from './stream-lines.ts';

export const help = SEARCH_HELP;

export async function run(argv: readonly string[], host: Host): Promise<number> {
	const { db, isJson, options } = readSearchArguments(argv);
	const paint = choosePaint(host.stdout, host.env);
	const marks = isJson || paint === PLAIN ? {} : { marks: SCREEN_MARKS };
	const result = await tellingSearchErrors(() => {
		const index = openIndex(resolve(host.cwd, db));
		try {
			return index.search({ ...options, ...marks });
		} finally {
			index.close();
		}
	});
	const width = screenWidth(host.stdout, 100, 40, 120);
	await writeTo(host.stdout, isJson ? `${JSON.stringify(result)}\n` : searchText(result, paint, width));
	return EXIT.done;
}
