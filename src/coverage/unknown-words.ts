import { SECTION_KINDS, type SectionKind } from '../advisory/words.ts';
import { labelForm } from '../language/normal-form.ts';
import { lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import type { Section } from '../outline/section.ts';
import type { Run } from '../page/block.ts';
import { flowOf, placeInFlow } from '../page/flow.ts';
import type { Place } from '../text/place.ts';

/** Words of a page that no pack knows where they stand. */
export interface UnknownWords {
	readonly text: string;
	/** Kind of the section around them; `null` at the top. */
	readonly under: SectionKind | null;
	readonly place: Place;
}

/** Longer ones are sentences. */
const LONGEST = 120;

/** Under every kind at once, on pages of every kind: conditions make no word unknown. */
const EVERYWHERE = { ancestors: SECTION_KINDS, kind: null } as const;

/** Headings to which no kind of section is known. */
export function unknownHeadings(sections: readonly Section[]): UnknownWords[] {
	return sections.flatMap(({ kind, title, parent, place }) =>
		kind === 'other' && title !== null ? [{ text: title, under: parent?.kind ?? null, place }] : [],
	);
}

/** Bold words before a colon at the start of a paragraph that are no known label, heading, remark or line. */
export function unknownLabels(sections: readonly Section[], readers: readonly Language[]): UnknownWords[] {
	return sections.flatMap((section) =>
		section.blocks.flatMap((block) => {
			if (block.kind !== 'paragraph' || block.item !== null || block.quote > 0) return [];
			const label = readBoldLabel(block.runs);
			return label === null || isKnown(label.text, readers) ? [] : [{ ...label, under: section.kind }];
		}),
	);
}

function readBoldLabel(runs: readonly Run[]): { text: string; place: Place } | null {
	const flow = flowOf(runs);
	const after = runs.findIndex((run) => !run.strong && run.text.trim() !== '');
	const bold = after < 0 ? flow.text.length : (flow.offsets[after] as number);
	const colon = flow.text.search(/[:\uFF1A](?!\/\/)/);
	// the colon stands in the bold or right behind it
	if (colon < 0 || flow.text.slice(bold, colon).trim() !== '') return null;
	const text = flow.text.slice(0, colon).trim();
	const start = flow.text.search(/\S/);
	if (text === '' || text.length > LONGEST || text.includes('\n') || start >= bold) return null;
	return { text, place: placeInFlow(flow, start, start + text.length) };
}

function isKnown(text: string, readers: readonly Language[]): boolean {
	const form = labelForm(text);
	return (
		form === '' ||
		readers.some(({ labels, headings, remarks, lines }) =>
			[labels, headings, remarks, lines].some((table) => lookUp<unknown>(table, form, EVERYWHERE) !== null),
		)
	);
}
