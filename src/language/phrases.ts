import type { Kind, SectionKind } from '../advisory/words.ts';
import { labelForm } from './normal-form.ts';
import type { Phrase } from './pack.ts';

/** A text of a pack with what it means, and where it is true. */
export interface Entry<Meaning> {
	readonly meaning: Meaning;
	readonly under: readonly SectionKind[] | null;
	readonly in: readonly Kind[] | null;
	/** Where it stands: `zh-TW/labels/recommendation/…`. */
	readonly source: string;
}

/** Where a text stands: what an entry's conditions are about. */
export interface Surroundings {
	/** Kinds of the sections around it, innermost last. */
	readonly ancestors: readonly SectionKind[];
	readonly kind: Kind | null;
}

/** Where conditions that a pack sets play no part. */
export const ANYWHERE: Surroundings = { ancestors: [], kind: null };

interface Slotted<Meaning> {
	readonly before: string;
	readonly after: string;
	/** A number must stand in the slot, else any words. */
	readonly number: boolean;
	readonly entry: Entry<Meaning>;
}

/** Texts by their label form. Look-up is exact; texts with a slot are tried after those without one. */
export interface PhraseTable<Meaning> {
	readonly exact: Map<string, Entry<Meaning>[]>;
	readonly slotted: Slotted<Meaning>[];
	/** Of the texts with a slot, those that a form with this first letter may fit, in the same order. */
	readonly slottedByLetter: Map<string, readonly Slotted<Meaning>[]>;
}

export const phraseTable = <Meaning>(): PhraseTable<Meaning> => ({
	exact: new Map(),
	slotted: [],
	slottedByLetter: new Map(),
});

export function addPhrase<Meaning>(
	table: PhraseTable<Meaning>,
	phrase: Phrase,
	meaning: Meaning,
	source: string,
): void {
	const text = typeof phrase === 'string' ? phrase : phrase.text;
	const entry: Entry<Meaning> = {
		meaning,
		under: typeof phrase === 'string' ? null : (phrase.under ?? null),
		in: typeof phrase === 'string' ? null : (phrase.in ?? null),
		source: `${source}/${text}`,
	};
	const slot = /\{any\}|\{n\}/.exec(text);
	if (slot === null) {
		const form = labelForm(text);
		const entries = table.exact.get(form);
		if (entries === undefined) table.exact.set(form, [entry]);
		else entries.push(entry);
		return;
	}
	// further number slots lie within the first one's reach
	const before = labelForm(text.slice(0, slot.index));
	const rest = text.slice(slot.index + slot[0].length);
	const last = rest.lastIndexOf('{n}');
	const after = labelForm(last < 0 ? rest : rest.slice(last + 3));
	if (before === '' && after === '') return;
	table.slotted.push({ before, after, number: slot[0] === '{n}', entry });
	table.slottedByLetter.clear();
}

function slottedFor<Meaning>({ slotted, slottedByLetter }: PhraseTable<Meaning>, form: string) {
	const letter = form.charAt(0);
	let fitting = slottedByLetter.get(letter);
	if (fitting === undefined) {
		fitting = slotted.filter(({ before }) => before === '' || before.startsWith(letter));
		slottedByLetter.set(letter, fitting);
	}
	return fitting;
}

const holds = (entry: Entry<unknown>, where: Surroundings): boolean =>
	(entry.in === null || where.kind === null || entry.in.includes(where.kind)) &&
	(entry.under?.some((kind) => where.ancestors.includes(kind)) ?? true);

/** All that the tables know wherever it stands, to ask whether a form is known at all. */
export function joinTables(tables: readonly PhraseTable<unknown>[]): PhraseTable<unknown> {
	const joined = phraseTable<unknown>();
	for (const { exact, slotted } of tables) {
		for (const [form, entries] of exact) {
			const known = entries.filter((entry) => holds(entry, ANYWHERE));
			if (known.length > 0) joined.exact.set(form, known);
		}
		joined.slotted.push(...slotted.filter(({ entry }) => holds(entry, ANYWHERE)));
	}
	return joined;
}

const NO_ENTRIES: readonly never[] = [];

/** What a text means where it stands; an entry with a condition goes before one without. */
export function lookUp<Meaning>(table: PhraseTable<Meaning>, form: string, where: Surroundings): Entry<Meaning> | null {
	if (form === '') return null;
	let found: Entry<Meaning> | null = null;
	for (const entry of table.exact.get(form) ?? NO_ENTRIES) {
		if (!holds(entry, where)) continue;
		if (entry.under !== null || entry.in !== null) return entry;
		found ??= entry;
	}
	if (found !== null) return found;
	for (const { before, after, number, entry } of slottedFor(table, form)) {
		if (form.length <= before.length + after.length || !form.startsWith(before) || !form.endsWith(after)) continue;
		const middle = form.slice(before.length, form.length - after.length);
		if (number && !/\d/.test(middle)) continue;
		if (holds(entry, where)) return entry;
	}
	return null;
}

/** What a form means to the first reader that knows it, wherever it stands. */
export function firstEntry<Reader, Meaning>(
	readers: readonly Reader[],
	tableOf: (reader: Reader) => PhraseTable<Meaning>,
	form: string,
): Entry<Meaning> | null {
	for (const reader of readers) {
		const entry = lookUp(tableOf(reader), form, ANYWHERE);
		if (entry !== null) return entry;
	}
	return null;
}
