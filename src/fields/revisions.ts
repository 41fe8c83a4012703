import type { Revision } from '../advisory/schema.ts';
import type { Language } from '../language/prepare.ts';
import type { Section } from '../outline/section.ts';
import { blocksWithin } from '../outline/section.ts';
import { itemText } from '../outline/section-text.ts';
import type { Block, Run } from '../page/block.ts';
import { type Flow, flowOf, placeInFlow, sliceFlow } from '../page/flow.ts';
import { linesOf } from '../page/lines.ts';
import { withRuns } from '../page/make-block.ts';
import { hasText, placeOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { type RevisionHead, readRevisionHead } from './revision-head.ts';

/** The revision history: list items, paragraphs, entries inside another item, in printed order. */
export const revisionsReader: FieldReader = {
	name: 'revisions',
	read: (context) => [candidate('revisions', [...readRevisions(context)])],
};

interface Entry {
	readonly head: RevisionHead | null;
	readonly flow: Flow;
	readonly place: Place;
	readonly blocks: Block[];
}

const read = new WeakMap<Context, readonly Revision[]>();

/** Several fields ask for the revisions; they are read once a page. */
export function readRevisions(context: Context): readonly Revision[] {
	let revisions = read.get(context);
	if (revisions === undefined) {
		const entries = context.sections
			.filter((section) => section.kind === 'revisions')
			.flatMap((section) => entriesOf(section, context.language.readers));
		revisions = entries.map((entry) => makeRevision(entry, context));
		read.set(context, revisions);
	}
	return revisions;
}

function entriesOf(section: Section, readers: readonly Language[]): Entry[] {
	const entries: Entry[] = [];
	let listDepth = 0;
	for (const block of blocksWithin(section)) {
		if (block.kind === 'table' || block.kind === 'rule' || block.kind === 'code') {
			entries.at(-1)?.blocks.push(block);
			continue;
		}
		const depth = depthOf(block);
		for (const part of partsOf(block.runs, readers)) {
			const inner = withRuns(block, part.runs);
			const startsItem =
				part.first && block.item !== null && block.item !== entries.at(-1)?.blocks[0]?.item && depth <= listDepth;
			if (part.head === null && !(startsItem && depth > 0) && entries.length > 0) entries.at(-1)?.blocks.push(inner);
			else if (part.head !== null || depth > 0) {
				const place = placeOf(part.runs);
				if (place !== null) entries.push({ head: part.head, flow: flowOf(part.runs), place, blocks: [inner] });
				listDepth = depth;
			}
		}
	}
	return entries;
}

function depthOf(block: Block): number {
	let depth = 0;
	for (let item = block.item; item !== null; item = item.parent) depth++;
	return depth;
}

interface Part {
	readonly runs: readonly Run[];
	readonly head: RevisionHead | null;
	readonly first: boolean;
}

/** The stretches of a paragraph that begin with the head of a revision; what stands before the first one is a part too. */
function partsOf(runs: readonly Run[], readers: readonly Language[]): Part[] {
	const parts: Part[] = [];
	let from = 0;
	let head: RevisionHead | null = null;
	for (const line of linesOf(runs)) {
		if (!hasText(line.runs)) continue;
		const found = readRevisionHead(flowOf(line.runs).text, readers);
		if (found === null) continue;
		if (line.from > 0 && hasText(runs.slice(from, line.from)))
			parts.push({ runs: runs.slice(from, line.from), head, first: from === 0 });
		head = found;
		from = line.from;
	}
	if (hasText(runs.slice(from))) parts.push({ runs: runs.slice(from), head, first: from === 0 });
	return parts;
}

function makeRevision({ head, flow, place, blocks }: Entry, context: Context): Revision {
	const [first, ...others] = blocks as [Block & { kind: 'paragraph' }, ...Block[]];
	const rest = head === null ? first : withRuns(first, sliceFlow(flow, head.end));
	const text = [head?.before ?? '', itemText([rest, ...others])].filter((part) => part !== '').join(' ');
	const revision: Revision = {
		version: head?.version ?? null,
		date: head?.date ?? null,
		text,
		line: context.lines.line(place.start),
	};
	if (revision.date === null) {
		context.diagnostics.add('revision-date-unreadable', place, { actual: flow.text.slice(0, 80).trim() });
	}
	const { trace } = context;
	if (head?.versionAt) trace.note(revision, 'version', placeInFlow(flow, ...head.versionAt), 'revisions', head.source);
	if (head?.dateAt) trace.note(revision, 'date', placeInFlow(flow, ...head.dateAt), 'revisions', head.source);
	trace.note(revision, 'text', placeOf(rest.runs as Run[]), 'revisions');
	return revision;
}
