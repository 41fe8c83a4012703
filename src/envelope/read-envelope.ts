import type { Identity } from '../identity/identify.ts';
import { labelForm } from '../language/normal-form.ts';
import type { Language } from '../language/prepare.ts';
import type { Block, HeadingBlock } from '../page/block.ts';
import { linesOf } from '../page/lines.ts';
import { withRuns } from '../page/make-block.ts';
import { hasText, placeOf, textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { type LineValue, readLabelledLine } from './dateline.ts';
import { cutFooter, type Footer } from './footer.ts';
import { type Headline, readHeadline } from './headline.ts';

/** What stands around the body of a page. */
export interface Envelope {
	readonly title: { readonly text: string; readonly place: Place } | null;
	readonly headline: Headline | null;
	/** Dates and versions in printed order, those of second datelines too. */
	readonly lines: readonly LineValue[];
	readonly footer: Footer | null;
	/** The blocks of the body. */
	readonly body: readonly Block[];
}

/** Datelines and version lines stand within so many blocks after the titles. */
const REACH = 8;

/** Takes title, headline, datelines, version line and footer off the page; what is left is the body. */
export function readEnvelope(blocks: readonly Block[], identity: Identity, readers: readonly Language[]): Envelope {
	const titleBlock = blocks[identity.titleBlock] as HeadingBlock | undefined;
	let next = identity.titleBlock + 1;
	let headline: Headline | null = null;
	if (isEyebrow(blocks[next]) && blocks[next + 1]?.kind === 'heading') next++;
	const second = blocks[next];
	if (titleBlock !== undefined && second?.kind === 'heading' && isHeadline(second, identity, readers)) {
		headline = readHeadline(second.runs, second);
		next++;
	}
	const { blocks: rest, footer } = cutFooter(blocks.slice(next), readers);
	const { lines, body } = takeLines(rest, readers);
	const title =
		titleBlock === undefined ? null : { text: textOf(titleBlock.runs), place: placeOf(titleBlock.runs) ?? titleBlock };
	return { title, headline, lines, footer, body };
}

/** The name of the kind of page, above the title; some frames put it between the titles. */
function isEyebrow(block: Block | undefined): boolean {
	if (block?.kind !== 'paragraph' || block.item !== null) return false;
	const text = textOf(block.runs);
	return text.length <= 60 && !/[\d\n:\uFF1A]|[.\u3002]$/.test(text);
}

/** The heading right under the title, unless it is one that opens a section. */
function isHeadline(block: HeadingBlock, identity: Identity, readers: readonly Language[]): boolean {
	if (!hasText(block.runs) || identity.kind === 'summary') return false;
	const form = labelForm(textOf(block.runs));
	return readers.every((reader) => !reader.headings.exact.has(form));
}

/** Takes the lines with dates and versions off the paragraphs before the first section. */
function takeLines(blocks: readonly Block[], readers: readonly Language[]): { lines: LineValue[]; body: Block[] } {
	const lines: LineValue[] = [];
	const body: Block[] = [];
	for (const [index, block] of blocks.entries()) {
		if (index >= REACH || block.kind === 'heading') return { lines, body: [...body, ...blocks.slice(index)] };
		if (block.kind !== 'paragraph' || block.item !== null) {
			body.push(block);
			continue;
		}
		let from = 0;
		for (const line of linesOf(block.runs)) {
			const values = hasText(line.runs) ? readLabelledLine(line.runs, readers) : [];
			if (values === null) break;
			lines.push(...values);
			from = line.next;
		}
		const runs = block.runs.slice(from);
		if (hasText(runs)) body.push(from === 0 ? block : withRuns(block, runs));
	}
	return { lines, body };
}
