/** A field of a record that changed, by its first difference in printed order. */
export interface Change {
	/** Field of the record: `revisions`. */
	readonly field: string;
	/** JSON pointer of the first difference: `/revisions/0/date`. */
	readonly pointer: string;
	/** The pointer with `*` for indexes: `/revisions/*` + `/date`. */
	readonly pattern: string;
	/** What stands there; `undefined` where one of the two has nothing. */
	readonly old: unknown;
	readonly new: unknown;
}

type Keyed = Readonly<Record<string, unknown>>;

interface Pair {
	readonly pointer: string;
	readonly pattern: string;
	readonly old: unknown;
	readonly new: unknown;
}

/**
 * Compares two records field by field. The order of keys makes no difference, that of items does.
 * @param ignored patterns (`/generator`, `/links/*` + `/line`) that are left out with everything below them
 */
export function changesBetween(old: Keyed, next: Keyed, ignored: ReadonlySet<string>): Change[] {
	return keysOf(old, next).flatMap((field) => {
		const place = `/${escapeStep(field)}`;
		const found = firstDifference({ pointer: place, pattern: place, old: old[field], new: next[field] }, ignored);
		return found === null ? [] : [{ field, ...found }];
	});
}

function firstDifference(root: Pair, ignored: ReadonlySet<string>): Pair | null {
	const stack = [root];
	for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
		if (ignored.has(pair.pattern)) continue;
		const parts = partsOf(pair);
		if (parts === null) {
			if (!Object.is(pair.old, pair.new)) return pair;
		} else for (const part of parts.reverse()) stack.push(part);
	}
	return null;
}

/** The pairs of items or of values under keys; `null` where the two are values, or of two kinds. */
function partsOf({ pointer, pattern, old, new: next }: Pair): Pair[] | null {
	if (Array.isArray(old) && Array.isArray(next)) {
		return Array.from({ length: Math.max(old.length, next.length) }, (_, index) => ({
			pointer: `${pointer}/${index}`,
			pattern: `${pattern}/*`,
			old: old[index],
			new: next[index],
		}));
	}
	if (!isKeyed(old) || !isKeyed(next)) return null;
	return keysOf(old, next).map((key) => ({
		pointer: `${pointer}/${escapeStep(key)}`,
		pattern: `${pattern}/${escapeStep(key)}`,
		old: old[key],
		new: next[key],
	}));
}

const isKeyed = (value: unknown): value is Keyed =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of both, those of the old one first. */
const keysOf = (old: Keyed, next: Keyed): string[] => [...new Set([...Object.keys(old), ...Object.keys(next)])];

const escapeStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
