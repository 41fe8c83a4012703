import type { SectionKind } from '../advisory/words.ts';
import { labelForm } from '../language/normal-form.ts';
import { ANYWHERE, type Entry, lookUp, type Surroundings } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import type { Run } from '../page/block.ts';
import { flowOf, sliceFlow } from '../page/flow.ts';
import { hasText, textOf } from '../page/plain-text.ts';

export interface Label {
	readonly entry: Entry<SectionKind>;
	readonly runs: readonly Run[];
	readonly text: string;
	/** What follows in the same paragraph. */
	readonly rest: readonly Run[];
	readonly bold: boolean;
}

/** Labels before text have 86 letters at most on real pages, bold titles that stand alone some 200. */
const LONGEST = { label: 120, title: 250 } as const;

/** The vulnerability that a heading is about: `Mitigating factors for … - CVE-2009-0081`. */
const ID_AT_END = /\s*(?:[-\u2010-\u2015:\uFF1A]|[(\uFF08])\s*(?:CVE|CAN)-\d{4}-\d{4,}\s*[)\uFF09]?[\s:\uFF1A]*$/i;

/** Behind it some headings name the vulnerability: `Mitigating factors for type 1: …`. */
const COLON = /[:\uFF1A]/;
const SIGN = /[:\uFF1A\u3002]|\.\s/;

/** Finds what a heading's text means. */
export function lookUpHeading(
	text: string,
	readers: readonly Language[],
	where: Surroundings,
): Entry<SectionKind> | null {
	const tables = ['headings', 'labels'] as const;
	const about = text.search(COLON);
	return (
		lookUpIn(text, readers, where, tables) ??
		(ID_AT_END.test(text) ? lookUpIn(text.replace(ID_AT_END, ''), readers, where, tables) : null) ??
		(about > 0 ? lookUpIn(text.slice(0, about), readers, where, tables) : null)
	);
}

function lookUpIn(
	text: string,
	readers: readonly Language[],
	where: Surroundings,
	tables: readonly ('headings' | 'labels')[],
	exactly = false,
): Entry<SectionKind> | null {
	const form = labelForm(text);
	for (const reader of readers) {
		for (const name of tables) {
			const table = reader[name];
			if (exactly && !table.exact.has(form)) continue;
			const entry = lookUp(table, form, where);
			if (entry !== null) return isRemark(form, reader, entry, where) ? null : entry;
		}
	}
	return null;
}

/** A note opens no section, unless the pack says that it does under this very parent. */
const isRemark = (form: string, reader: Language, entry: Entry<SectionKind>, where: Surroundings): boolean =>
	entry.under === null && entry.in === null && lookUp(reader.remarks, form, where) !== null;

/**
 * Finds the known label at the start of a paragraph: bold words, alone or before text; on pages that lost their bold,
 * words before a colon or alone.
 */
export function readLabel(runs: readonly Run[], readers: readonly Language[], where: Surroundings): Label | null {
	const flow = flowOf(runs);
	const bold = boldEnd(runs, flow.offsets, flow.text.length);
	for (const end of boldEnds(flow.text, bold)) {
		const entry = lookUpIn(flow.text.slice(0, end), readers, where, ['labels', 'headings']);
		if (entry !== null && !isVersionLine(flow.text, end, readers)) return split(flow, end, entry, true);
	}
	if (bold > 0) return null;
	for (const end of plainEnds(flow.text)) {
		// without bold, patterns would take sentences for labels
		const entry = lookUpIn(flow.text.slice(0, end), readers, where, ['labels', 'headings'], true);
		if (entry !== null && !isVersionLine(flow.text, end, readers)) return split(flow, end, entry, false);
	}
	return null;
}

/** Where the bold at the start ends, blanks and colons between bold runs included; 0 where there is none. */
function boldEnd(runs: readonly Run[], offsets: readonly number[], length: number): number {
	let end = 0;
	for (const [index, run] of runs.entries()) {
		if (run.kind === 'break') break;
		if (run.strong && run.text.trim() !== '') end = offsets[index + 1] ?? length;
		else if (/[^\s\u00A0:\uFF1A.]/.test(run.text)) break;
	}
	return end;
}

/** The whole bold, then its part before a colon or full stop: some pages made the text after the label bold too. */
function boldEnds(text: string, bold: number): number[] {
	if (bold === 0) return [];
	const ends = bold <= LONGEST.title ? [bold] : [];
	const sign = text.slice(0, Math.min(bold, LONGEST.label)).search(SIGN);
	if (sign > 0 && sign < bold - 1) ends.push(sign);
	return ends;
}

/** The part before a colon or full stop, and a line that stands alone. */
function plainEnds(text: string): number[] {
	const sign = text.slice(0, LONGEST.label).search(SIGN);
	const alone = text.length <= LONGEST.label && !text.includes('\n');
	return [...(sign > 0 ? [sign] : []), ...(alone ? [text.length] : [])];
}

/** A word that labels both revisions and the version: with a number behind it, it is the version. */
function isVersionLine(text: string, end: number, readers: readonly Language[]): boolean {
	if (!/^[\s:\uFF1A*]*V?\d/.test(text.slice(end))) return false;
	const form = labelForm(text.slice(0, end));
	return readers.some((reader) => lookUp(reader.lines, form, ANYWHERE) !== null);
}

function split(flow: ReturnType<typeof flowOf>, end: number, entry: Entry<SectionKind>, bold: boolean): Label | null {
	const after = end + (/^[\s\u00A0]*[:\uFF1A.\u3002?\uFF1F]*[\s\u00A0]*/.exec(flow.text.slice(end))?.[0].length ?? 0);
	const runs = sliceFlow(flow, 0, end);
	const rest = sliceFlow(flow, after);
	const text = textOf(runs);
	return text === '' ? null : { entry, runs, text, rest: hasText(rest) ? rest : [], bold };
}
