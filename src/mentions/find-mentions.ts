import type { Block, LinkTarget, Run } from '../page/block.ts';
import { type Flow, flowOf, placeInFlow, runAt } from '../page/flow.ts';
import { hasLink } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { ARTICLE, BULLETIN, bulletinId, CVE, cveId, NUMBER, researchId, VULNERABILITY_RESEARCH } from './forms.ts';
import { readTarget } from './target.ts';

/**
 * An id that the page prints, or that only a link's target names. `number` is a bare number that may be an
 * article's: what it is shows its link, its column or the words around it.
 */
export interface Mention extends Place {
	readonly kind: 'cve' | 'bulletin' | 'research' | 'kb' | 'number' | 'advisory';
	readonly id: string;
	/** Whether the id stands in the text; else only in a link's target. */
	readonly printed: boolean;
	/** The link that the mention stands in. */
	readonly link: LinkTarget | null;
	/** Index of the block. */
	readonly block: number;
	/** The inline text that the mention stands in, and where: for the words around it. */
	readonly flow: Flow;
	readonly from: number;
	readonly to: number;
}

/**
 * Visits all inline texts of a block in printed order: of a table its caption and cells. Of cells, whose plain text is
 * there, it is given too.
 */
export function forEachInline(block: Block, visit: (runs: readonly Run[], text: string | null) => void): void {
	if (block.kind === 'rule') return;
	if (block.kind !== 'table') {
		visit(block.runs, null);
		return;
	}
	visit(block.table.caption, null);
	for (const row of block.table.rows) for (const cell of row.cells) visit(cell.runs, cell.text);
}

export function inlinesOf(block: Block): (readonly Run[])[] {
	const inlines: (readonly Run[])[] = [];
	forEachInline(block, (runs) => inlines.push(runs));
	return inlines;
}

/** Whether a text may hold an id at all; most cells and paragraphs do not. */
export function hasDigit(runs: readonly Run[]): boolean {
	for (const run of runs) if (DIGIT.test(run.text)) return true;
	return false;
}

const DIGIT = /\d/;
/** Every id has that many of them in a row. */
const DIGITS = /\d{3}/;

const FORMS = [
	{ kind: 'cve', pattern: CVE, id: (match: RegExpExecArray) => cveId(match[1] as string, match[2] as string) },
	{
		kind: 'research',
		pattern: VULNERABILITY_RESEARCH,
		id: (match: RegExpExecArray) => researchId(match[1] as string, match[2] as string),
	},
	{
		kind: 'bulletin',
		pattern: BULLETIN,
		id: (match: RegExpExecArray) => bulletinId(match[1] as string, match[2] as string),
	},
	{ kind: 'kb', pattern: ARTICLE, id: (match: RegExpExecArray) => match[1] as string },
	{ kind: 'number', pattern: NUMBER, id: (match: RegExpExecArray) => match[1] as string },
] as const;

/** Scans every inline text of the page once for ids, before any word of a language is known. */
export function findMentions(blocks: readonly Block[]): Mention[] {
	const mentions: Mention[] = [];
	for (const [index, block] of blocks.entries()) {
		forEachInline(block, (runs, text) => {
			const mayPrint = text === null ? hasDigit(runs) : DIGITS.test(text);
			const isLinked = hasLink(runs);
			if (!mayPrint && !isLinked) return;
			const found = mayPrint ? printedIds(runs, index) : [];
			if (isLinked) for (const mention of targetIds(runs, index, found)) found.push(mention);
			if (found.length > 1) found.sort((one, other) => one.start - other.start || one.end - other.end);
			for (const mention of found) mentions.push(mention);
		});
	}
	return mentions;
}

function printedIds(runs: readonly Run[], block: number): Mention[] {
	const flow = flowOf(runs);
	const found: Mention[] = [];
	if (!DIGITS.test(flow.text)) return found;
	for (const { kind, pattern, id } of FORMS) {
		pattern.lastIndex = 0;
		for (let match = pattern.exec(flow.text); match !== null; match = pattern.exec(flow.text)) {
			const from = match.index;
			const to = from + match[0].length;
			const { link } = flow.runs[runAt(flow, from)] as Run;
			const { start, end } = placeInFlow(flow, from, to);
			found.push({ kind, id: id(match), printed: true, link, block, flow, from, to, start, end });
		}
	}
	return found;
}

/** Ids that the targets of links name where their texts print none of the kind: a text goes before its target. */
function targetIds(runs: readonly Run[], block: number, printed: readonly Mention[]): Mention[] {
	const found: Mention[] = [];
	let flow: Flow | null = null;
	const kindsOf = printed.length === 0 ? NO_KINDS : kindsByLink(printed);
	const seen = new Set<LinkTarget>();
	for (const [index, { link }] of runs.entries()) {
		if (link === null || seen.has(link)) continue;
		seen.add(link);
		const { kind, id } = readTarget(link.url);
		if (id === null || kind === 'download' || kind === 'web' || kind === 'mail') continue;
		flow ??= flowOf(runs);
		const from = flow.offsets[index] as number;
		let last = index;
		while (runs[last + 1]?.link === link) last++;
		const to = flow.offsets[last + 1] ?? flow.text.length;
		if (kindsOf.get(link)?.some((own) => sameKind(own, kind))) continue;
		const { start, end } = placeInFlow(flow, from, to);
		found.push({ kind, id, printed: false, link, block, flow, from, to, start, end });
	}
	return found;
}

const NO_KINDS: ReadonlyMap<LinkTarget, readonly Mention['kind'][]> = new Map();

/** The kinds of ids that the text of each link prints. */
function kindsByLink(printed: readonly Mention[]): ReadonlyMap<LinkTarget, readonly Mention['kind'][]> {
	const kinds = new Map<LinkTarget, Mention['kind'][]>();
	for (const { link, kind } of printed) {
		if (link === null) continue;
		const known = kinds.get(link);
		if (known === undefined) kinds.set(link, [kind]);
		else known.push(kind);
	}
	return kinds;
}

const sameKind = (printed: Mention['kind'], target: Mention['kind']): boolean =>
	printed === target || (printed === 'number' && (target === 'kb' || target === 'advisory'));
