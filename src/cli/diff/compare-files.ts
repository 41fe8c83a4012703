import { changesBetween } from '../../record-diff/compare-records.ts';
import { addChange, type ChangeTally, type FieldChanges, fieldChanges } from '../../record-diff/field-changes.ts';
import type { RecordFile, RecordPlace, StoredRecord } from './record-file.ts';

/** What differs between two files of records: what `--json` prints. */
export interface Comparison {
	readonly old: { readonly file: string; readonly records: number; readonly generators: readonly string[] };
	readonly new: { readonly file: string; readonly records: number; readonly generators: readonly string[] };
	readonly matched: { readonly byPath: number; readonly byKey: number };
	readonly equal: number;
	readonly changed: number;
	/** Paths, else keys, of records that only one file has. */
	readonly added: readonly string[];
	readonly removed: readonly string[];
	/** Patterns that were left out. */
	readonly ignored: readonly string[];
	readonly fields: readonly FieldChanges[];
}

/** A record that waits for its counterpart. */
interface Waiting {
	readonly name: string;
	readonly key: string | null;
	readonly place: RecordPlace;
}

type Side = { records: number; readonly generators: Set<string> };

/**
 * Matches the records of two files by `source.path`, those that are left by `key`, several of one name in their
 * order. Holds places of the old file only, and reads a record there when its counterpart comes.
 */
export async function compareFiles(old: RecordFile, next: RecordFile, ignored: readonly string[]): Promise<Comparison> {
	const sides = { old: startSide(), new: startSide() };
	const patterns = new Set(ignored);
	const tally: ChangeTally = new Map();
	const matched = { byPath: 0, byKey: 0 };
	let changed = 0;
	const compare = (name: string, one: StoredRecord, other: StoredRecord): void => {
		const changes = changesBetween(one, other, patterns);
		for (const change of changes) addChange(tally, name, change);
		if (changes.length > 0) changed += 1;
	};
	const index = await indexByName(old, sides.old);
	const left: Waiting[] = [];
	for await (const { place, record } of next.records()) {
		countRecord(sides.new, record);
		const waiting = describe(record, place);
		const counterpart = index.get(waiting.name)?.shift();
		if (counterpart === undefined) {
			left.push(waiting);
			continue;
		}
		matched.byPath += 1;
		compare(waiting.name, await old.at(counterpart.place), record);
	}
	const removed = groupBy([...index.values()].flat(), ({ key }) => key);
	const added: string[] = [];
	for (const { name, key, place } of left) {
		const counterpart = key === null ? undefined : removed.get(key)?.shift();
		if (counterpart === undefined) {
			added.push(name);
			continue;
		}
		matched.byKey += 1;
		compare(name, await old.at(counterpart.place), await next.at(place));
	}
	return {
		old: { file: old.name, records: sides.old.records, generators: [...sides.old.generators] },
		new: { file: next.name, records: sides.new.records, generators: [...sides.new.generators] },
		matched,
		equal: matched.byPath + matched.byKey - changed,
		changed,
		added,
		removed: [...removed.values()].flat().map(({ name }) => name),
		ignored: [...patterns],
		fields: fieldChanges(tally),
	};
}

const startSide = (): Side => ({ records: 0, generators: new Set() });

async function indexByName(file: RecordFile, side: Side): Promise<Map<string, Waiting[]>> {
	const found: Waiting[] = [];
	for await (const { place, record } of file.records()) {
		countRecord(side, record);
		found.push(describe(record, place));
	}
	return groupBy(found, ({ name }) => name);
}

function groupBy<Key>(all: readonly Waiting[], keyOf: (one: Waiting) => Key): Map<Key, Waiting[]> {
	const groups = new Map<Key, Waiting[]>();
	for (const one of all) {
		const known = groups.get(keyOf(one));
		if (known === undefined) groups.set(keyOf(one), [one]);
		else known.push(one);
	}
	return groups;
}

function countRecord(side: Side, { generator }: StoredRecord): void {
	side.records += 1;
	if (typeof generator === 'string') side.generators.add(generator);
}

function describe({ source, key }: StoredRecord, place: RecordPlace): Waiting {
	const path = typeof source === 'object' && source !== null && 'path' in source ? source.path : null;
	const ownKey = typeof key === 'string' ? key : null;
	return { name: typeof path === 'string' ? path : (ownKey ?? `line ${place.line}`), key: ownKey, place };
}
