import type { Change } from './compare-records.ts';
import { shortenBoth } from './shorten.ts';

/** Examples of a field, and letters of each of their values. */
const SHOWN = 3;
const LETTERS = 160;

interface Example {
	/** `source.path` of the record, else its key. */
	readonly record: string;
	readonly pointer: string;
	/** Missing where the old record has nothing there. */
	readonly old?: string | number | boolean | null;
	readonly new?: string | number | boolean | null;
	/** Present where a value is a list or an object: `old` and `new` hold JSON, which may be cut. */
	readonly json?: true;
}

/** How a field changed over all records. */
export interface FieldChanges {
	readonly field: string;
	/** Number of records in which it changed. */
	readonly records: number;
	/** By the pattern of the first difference, most frequent first. */
	readonly patterns: readonly { readonly pattern: string; readonly records: number }[];
	/** Of as many patterns as there is room for. */
	readonly examples: readonly Example[];
}

/** Fields by name, patterns by name: grows with the variety of the changes, not with their number. */
export type ChangeTally = Map<string, Map<string, { records: number; readonly examples: Example[] }>>;

export function addChange(tally: ChangeTally, record: string, change: Change): void {
	const patterns = tally.get(change.field) ?? new Map();
	tally.set(change.field, patterns);
	const known = patterns.get(change.pattern) ?? { records: 0, examples: [] };
	patterns.set(change.pattern, known);
	known.records += 1;
	if (known.examples.length >= SHOWN) return;
	const [old, next] = shortenBoth(change.old, change.new, LETTERS);
	const { pointer } = change;
	known.examples.push({
		record,
		pointer,
		...(old === undefined ? {} : { old }),
		...(next === undefined ? {} : { new: next }),
		...(isPlain(change.old) && isPlain(change.new) ? {} : { json: true }),
	});
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Most frequent first. */
export function fieldChanges(tally: ChangeTally): FieldChanges[] {
	const fields = [...tally].map(([field, patterns]) => {
		const sorted = [...patterns].sort(([, one], [, other]) => other.records - one.records);
		const rounds = Array.from({ length: SHOWN }, (_, round) =>
			sorted.flatMap(([, { examples }]) => examples[round] ?? []),
		);
		return {
			field,
			records: sorted.reduce((sum, [, { records }]) => sum + records, 0),
			patterns: sorted.map(([pattern, { records }]) => ({ pattern, records })),
			examples: rounds.flat().slice(0, SHOWN),
		};
	});
	return fields.sort((one, other) => other.records - one.records || (one.field < other.field ? -1 : 1));
}
