import type { SectionKind } from '../advisory/words.ts';
import type { Block } from '../page/block.ts';
import type { Place } from '../text/place.ts';

/** A section of the page, with the blocks of its own text. */
export interface Section {
	readonly kind: SectionKind;
	/** Without the colon or full stop at its end; `null` for the untitled introduction. */
	readonly title: string | null;
	/** Of the title; of the introduction, of its first text. */
	readonly place: Place;
	/** What opened it. A run-in's text follows in the same paragraph. */
	readonly opening: 'introduction' | 'heading' | 'title' | 'run-in';
	/** The heading or paragraph that opened it, whole. */
	readonly opener: Block | null;
	/** Smaller ranks contain larger ones; not the level, which is the depth in the tree. */
	readonly rank: number;
	readonly parent: Section | null;
	readonly children: Section[];
	readonly blocks: Block[];
	/** The pack entry that gave the kind. */
	readonly source: string | null;
}

/** All sections in printed order, parents before their children. */
export function allSections(roots: readonly Section[]): Section[] {
	const sections: Section[] = [];
	const stack = [...roots].reverse();
	for (let section = stack.pop(); section !== undefined; section = stack.pop()) {
		sections.push(section);
		stack.push(...[...section.children].reverse());
	}
	return sections;
}

/** Kinds of the section and of those around it, innermost last. */
export function ancestorKinds(section: Section | null): SectionKind[] {
	const kinds: SectionKind[] = [];
	for (let at = section; at !== null; at = at.parent) kinds.unshift(at.kind);
	return kinds;
}

export function isWithin(section: Section | null, kind: SectionKind): boolean {
	for (let at = section; at !== null; at = at.parent) if (at.kind === kind) return true;
	return false;
}

/** The blocks of a section and of all sections in it, in printed order. */
export const blocksWithin = (section: Section): Block[] => allSections([section]).flatMap((inner) => inner.blocks);
