import type { Section } from '../outline/section.ts';

/** The way to a section from the roots: zero-based indexes. */
export function pathOf(section: Section, roots: readonly Section[]): number[] {
	const path: number[] = [];
	for (let at: Section | null = section; at !== null; at = at.parent) {
		path.unshift((at.parent?.children ?? roots).indexOf(at));
	}
	return path;
}
