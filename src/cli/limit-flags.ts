import { LIMITS, type Limits } from '../limits.ts';
import type { ParseOptions } from '../options.ts';
import { wrongUsage } from './failure.ts';

const NAMES = {
	'max-bytes': 'bytes',
	'max-nesting': 'nesting',
	'max-table-cells': 'tableCells',
	'max-links': 'links',
	'max-front-matter': 'frontMatter',
} as const satisfies Readonly<Record<string, keyof Limits>>;

type LimitFlag = keyof typeof NAMES;

/** The flags that say how much of a page is read. */
export const LIMIT_FLAGS = {
	'max-bytes': { type: 'string' },
	'max-nesting': { type: 'string' },
	'max-table-cells': { type: 'string' },
	'max-links': { type: 'string' },
	'max-front-matter': { type: 'string' },
} as const satisfies Readonly<Record<LimitFlag, { type: 'string' }>>;

const MEANINGS: Readonly<Record<LimitFlag, string>> = {
	'max-bytes': 'bytes of a page; a larger one is a reject',
	'max-nesting': 'levels of HTML, lists and quotes; a deeper page is a reject',
	'max-table-cells': 'cells of its tables, spans laid out; a table beyond it gives no rows',
	'max-links': 'different links; the rest is not in the record',
	'max-front-matter': 'UTF-16 units of the front matter; a longer one is read as text',
};

export const LIMIT_FLAGS_HELP = Object.entries(NAMES)
	.map(([flag, name]) => `  ${`--${flag} N`.padEnd(22)}${MEANINGS[flag as LimitFlag]} (${LIMITS[name]})`)
	.join('\n');

/** The option `limits`, where a flag is given. */
export function readLimitFlags(
	flags: Readonly<Partial<Record<LimitFlag, string | undefined>>>,
): Pick<ParseOptions, 'limits'> {
	const limits: Partial<Record<keyof Limits, number>> = {};
	for (const [flag, name] of Object.entries(NAMES)) {
		const given = flags[flag as LimitFlag];
		if (given === undefined) continue;
		if (!/^[1-9]\d{0,14}$/.test(given)) throw wrongUsage(`--${flag} ${given} is no whole number above 0`);
		limits[name] = Number(given);
	}
	return Object.keys(limits).length === 0 ? {} : { limits };
}
