import type { Kind, SectionKind } from '../advisory/words.ts';
import type { Language } from '../language/prepare.ts';
import { CVE } from '../mentions/forms.ts';
import type { Block, HeadingBlock, Run } from '../page/block.ts';
import { withRuns } from '../page/make-block.ts';
import { hasText, placeOf, textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { restoreDates } from './dated-items.ts';
import { type Label, lookUpHeading, readLabel } from './read-label.ts';
import { ancestorKinds, isWithin, type Section } from './section.ts';
import { END_MATTER, ENDS_FAQ, HOLDERS, PART_OF } from './section-rules.ts';

/** Labels are deeper than any heading. */
const LABEL_RANK = 100;

export interface Outline {
	readonly roots: readonly Section[];
}

interface Building {
	readonly readers: readonly Language[];
	readonly kind: Kind;
	readonly roots: Section[];
	/** Rank of a heading by its number of signs. */
	readonly ranks: (level: number) => number;
	current: Section | null;
}

/**
 * Puts the blocks of a body into the tree of its sections. The number of signs before a heading is decoration on
 * these pages: rank and kind decide what contains what.
 */
export function buildOutline(
	blocks: readonly Block[],
	source: string,
	readers: readonly Language[],
	kind: Kind,
): Outline {
	const body = restoreDates(blocks, source, readers);
	const building: Building = { readers, kind, roots: [], ranks: headingRanks(body), current: null };
	for (const block of body) {
		if (block.kind === 'heading' && block.item === null && hasText(block.runs)) openHeading(building, block);
		else if (block.kind === 'paragraph' && block.item === null && block.quote === 0) addParagraph(building, block);
		else if (block.kind !== 'rule' && !(block.kind === 'heading' && !hasText(block.runs))) addBlock(building, block);
	}
	return { roots: building.roots };
}

/** Where the first section is an H3 before any H2, the page's sections are H3 > H2 > H4; else as the signs say. */
function headingRanks(body: readonly Block[]): (level: number) => number {
	const levels = body.flatMap((block) => (block.kind === 'heading' && hasText(block.runs) ? [block.level] : []));
	const third = levels.indexOf(3);
	const second = levels.indexOf(2);
	const swapped = third >= 0 && (second < 0 || third < second);
	return (level) => (swapped && (level === 2 || level === 3) ? 5 - level : level);
}

function openHeading(building: Building, block: HeadingBlock): void {
	const { runs } = block;
	const rank = building.ranks(block.level);
	const text = textOf(runs);
	const above = enclosing(building, rank);
	const entry = lookUpHeading(text, building.readers, { ancestors: ancestorKinds(above), kind: building.kind });
	const kind = entry?.meaning ?? (text.search(CVE) >= 0 ? 'vulnerability' : 'other');
	const source = entry?.source ?? null;
	open(building, { kind, rank, runs, text, opening: 'heading', opener: block, source, parent: above });
}

/** The section that a heading of this rank stands in. */
function enclosing(building: Building, rank: number): Section | null {
	let section = building.current;
	while (section !== null && (section.rank >= rank || section.opening === 'introduction')) section = section.parent;
	return section;
}

/** The last open section of this rank. */
function neighbour(building: Building, rank: number): Section | null {
	let section = building.current;
	while (section !== null && section.rank > rank) section = section.parent;
	return section?.rank === rank ? section : null;
}

interface Opening {
	readonly kind: SectionKind;
	readonly rank: number;
	readonly runs: readonly Run[];
	readonly text: string;
	readonly opening: Section['opening'];
	readonly opener: Block;
	readonly source: string | null;
	readonly parent: Section | null;
}

function open(building: Building, opening: Opening): void {
	let { parent, rank } = opening;
	// a label among the tools of an update, as the address of the security site, ends nothing
	const inUpdate = opening.opening !== 'heading' && parent !== null && isWithin(parent, 'update-information');
	if (END_MATTER.has(opening.kind) && !inUpdate) {
		while (parent !== null && parent.kind !== 'other-information') parent = parent.parent;
	}
	const before = neighbour(building, rank);
	if (opening.opening === 'heading' && before !== null && HOLDERS[opening.kind]?.includes(before.kind)) {
		parent = before;
		rank += 0.5;
	}
	const title = opening.text.replace(/[\s:\uFF1A.\u3002]+$/, '');
	const { kind, opening: how, opener, source } = opening;
	const place = placeOf(opening.runs) as Place;
	push(building, { kind, title, place, opening: how, opener, rank, parent, children: [], blocks: [], source });
}

function push(building: Building, section: Section): void {
	(section.parent?.children ?? building.roots).push(section);
	building.current = section;
}

/** Adds a paragraph, or opens the section whose label it begins with. */
function addParagraph(building: Building, block: Block & { kind: 'paragraph' }): void {
	const label = readLabelHere(building, block);
	if (label === null) {
		addBlock(building, block);
		return;
	}
	const kind = label.entry.meaning;
	const above = enclosing(building, LABEL_RANK);
	const last = neighbour(building, LABEL_RANK);
	const partOf = last !== null && (PART_OF[kind]?.includes(last.kind) ?? false);
	open(building, {
		kind,
		rank: partOf ? LABEL_RANK + 1 : LABEL_RANK,
		runs: label.runs,
		text: label.text,
		opening: label.rest.length > 0 ? 'run-in' : 'title',
		opener: block,
		source: label.entry.source,
		parent: partOf ? last : above,
	});
	if (label.rest.length > 0) addBlock(building, withRuns(block, label.rest));
}

function readLabelHere(building: Building, block: Block & { kind: 'paragraph' }): Label | null {
	const where = { ancestors: ancestorKinds(enclosing(building, LABEL_RANK)), kind: building.kind };
	const label = readLabel(block.runs, building.readers, where);
	if (label === null) return null;
	// answers open no section; only what cannot stand in an answer ends an FAQ
	if (!isWithin(building.current, 'faq')) return label;
	return label.rest.length === 0 && ENDS_FAQ.has(label.entry.meaning) ? label : null;
}

function addBlock(building: Building, block: Block): void {
	if (building.current === null) {
		const inlines = block.kind === 'table' || block.kind === 'rule' ? null : placeOf(block.runs);
		push(building, {
			kind: 'summary',
			title: null,
			place: inlines ?? block,
			opening: 'introduction',
			opener: null,
			rank: Number.POSITIVE_INFINITY,
			parent: null,
			children: [],
			blocks: [],
			source: null,
		});
	}
	building.current?.blocks.push(block);
}
