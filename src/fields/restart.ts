import type { Restart } from '../advisory/words.ts';
import { labelForm } from '../language/normal-form.ts';
import type { ColumnRole } from '../language/pack.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import type { Section } from '../outline/section.ts';
import type { Block } from '../page/block.ts';
import { placeOf, textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { type Candidate, candidate, type FieldReader } from './candidate.ts';
import { labelledRows } from './labelled-rows.ts';

const ROLES: ReadonlySet<ColumnRole> = new Set(['restart']);

/** Whether the page's updates need a restart: nothing where they differ, or where one requirement cannot be read. */
export const restartReader: FieldReader = {
	name: 'restart',
	read(context) {
		if (context.identity.kind === 'summary') return [];
		const found = context.sections.flatMap((section) => requirementsIn(section, context.language.readers));
		const read = found.map(({ text, place }) => ({ place, ...readRequirement(text, context.language.readers) }));
		for (const [index, { restart, place }] of read.entries()) {
			if (restart !== null) continue;
			context.diagnostics.add('restart-unreadable', place, { actual: found[index]?.text.slice(0, 120) ?? null });
		}
		const [first, ...others] = read;
		if (first === undefined) return [];
		const same = others.every(({ restart }) => restart === first.restart);
		const agreed: Candidate = candidate(
			'restart',
			same ? first.restart : null,
			first.place,
			first.source,
			'deployment',
		);
		return [agreed];
	},
};

interface Requirement {
	readonly text: string;
	readonly place: Place;
}

/** The text of a section about restarts, and the rows of tables with such a label. */
function requirementsIn(section: Section, readers: readonly Language[]): Requirement[] {
	const rows = section.blocks.flatMap((block) => (block.kind === 'table' ? requirementsOfTable(block, readers) : []));
	const [first] = section.blocks;
	if (section.kind !== 'restart' || first?.kind !== 'paragraph') return rows;
	return [{ text: textOf(first.runs), place: placeOf(first.runs) ?? first }, ...rows];
}

function requirementsOfTable(block: Block & { kind: 'table' }, readers: readonly Language[]): Requirement[] {
	return labelledRows(block.table, ROLES, readers).map(({ value }) => ({
		text: textOf(value.runs),
		place: placeOf(value.runs) ?? value,
	}));
}

/** The first sentence decides: what follows are exceptions and advice. */
function readRequirement(
	text: string,
	readers: readonly Language[],
): { readonly restart: Restart | null; readonly source: string | null } {
	const sentence = /^(?:[^.!?\n\u3002]|\.(?=\S))*/.exec(text)?.[0] ?? '';
	const opening = /^[^,;:\uFF0C\uFF1B\uFF1A]*/.exec(sentence)?.[0] ?? '';
	for (const reader of readers) {
		const entry = lookUp(reader.restart, labelForm(sentence), ANYWHERE);
		if (entry !== null) return { restart: entry.meaning, source: entry.source };
		const word = lookUp(reader.cells, labelForm(opening), ANYWHERE);
		if (word?.meaning === 'yes') return { restart: 'required', source: word.source };
		if (word?.meaning === 'no') return { restart: 'not-required', source: word.source };
	}
	return { restart: null, source: null };
}
