import type { Download } from '../advisory/schema.ts';
import { labelForm } from '../language/normal-form.ts';
import type { Language } from '../language/prepare.ts';
import { readTarget } from '../mentions/target.ts';
import type { LinkTarget, Run } from '../page/block.ts';
import { type Flow, flowOf, sliceFlow } from '../page/flow.ts';
import { hasLink, hasText, textOf } from '../page/plain-text.ts';
import { endOfNote, languageOfNote, withoutNotes } from './download-notes.ts';

/** A cell or list item that names a product, taken apart. */
export interface ProductCell {
	/** As printed, without articles, footnote marks and what belongs to a download. */
	readonly name: string;
	readonly kbs: readonly string[];
	/** Footnote marks, without brackets: `1`, `*`. */
	readonly marks: readonly string[];
	readonly downloads: readonly Download[];
}

/** A cell that names several things with an article each, one piece a thing; a cell that does not is one piece. */
export function splitByArticle(runs: readonly Run[], readers: readonly Language[]): (readonly Run[])[] {
	const flow = flowOf(runs);
	if (!HAS_ARTICLE.test(flow.text)) return [runs];
	const joiners = readers.flatMap((reader) => reader.joiners);
	const ends = [...flow.text.matchAll(ARTICLE)].map((match) => endOfTail(flow, match.index + match[0].length, readers));
	if (ends.length < 2) return [runs];
	const starts = [0, ...ends.slice(0, -1)];
	const pieces = starts.map((start, index) =>
		sliceFlow(flow, start, index === ends.length - 1 ? flow.text.length : (ends[index] as number)),
	);
	const named = pieces.every((piece) => /\p{L}{2}/u.test(readProductCell(piece, readers).name));
	return named ? pieces.map((piece, index) => (index === 0 ? piece : withoutJoiner(piece, joiners))) : [runs];
}

/** What stands behind an article and is said of its update: notes about the download, footnote marks, an aside. */
function endOfTail(flow: Flow, at: number, readers: readonly Language[]): number {
	let end = endOfNote(flow.text, at, readers);
	for (let next = endOfMark(flow, end); next > end; next = endOfMark(flow, end)) {
		end = endOfNote(flow.text, next, readers);
	}
	return end;
}

function endOfMark(flow: Flow, at: number): number {
	const found = TAIL.exec(flow.text.slice(at));
	if (found !== null && found[0].search(ARTICLE) < 0) return at + found[0].length;
	const index = flow.runs.findIndex((run, number) => (flow.offsets[number] as number) >= at && hasText([run]));
	const next = flow.runs[index];
	const start = flow.offsets[index] ?? at;
	if (next === undefined || !isRaisedMark(next) || flow.text.slice(at, start).trim() !== '') return at;
	return start + next.text.length;
}

/** The word that joined a piece to the one before it. */
function withoutJoiner(piece: readonly Run[], joiners: readonly string[]): readonly Run[] {
	const flow = flowOf(piece);
	const start = /^[\s,;\u3001\uFF0C]*/.exec(flow.text)?.[0].length ?? 0;
	const word = /^\p{L}+(?=\s)|^[\u3040-\u9FFF]/u.exec(flow.text.slice(start))?.[0] ?? '';
	return joiners.includes(labelForm(word)) && word !== '' ? sliceFlow(flow, start + word.length) : piece;
}

// `(2992024)`, `(KB2992024-v2)`, `(VMM server update 2992024)`
const ARTICLE =
	/\s*[(\uFF08[]\s*(?:\p{L}[^()\uFF08\uFF09[\]\d]{0,40}\s)?(?:KB|Q)?\s?(\d{6,7})(?:-v\d+)?\s*[)\uFF09\]]/giu;
/** Told much sooner than by the patterns. */
const HAS_ARTICLE = /\d{6}/;
const BARE_ARTICLE = /\s*\bKB\s?(\d{6,7})(?:-v\d+)?\b/gi;
const MARK =
	/\s*(?:\[\s*(\d{1,2})\s*\]|[(\uFF08](\d)[)\uFF09]|(\*{1,4}|[\u2020\u2021\u00B9\u00B2\u00B3])(?=\s|$|[()\uFF08\uFF09]))/g;

const HAS_MARK = /[[(\uFF08*\u2020\u2021\u00B9\u00B2\u00B3]/;

/** A footnote mark, or an aside: no name begins with one. */
const TAIL = /^\s*(?:\[\s*\d{1,2}\s*\]|\*{1,4}|[(\uFF08][^()\uFF08\uFF09]*[)\uFF09])/;

export function readProductCell(runs: readonly Run[], readers: readonly Language[]): ProductCell {
	const { plain, marks } = takeRaised(runs);
	const kbs: string[] = [];
	let name = textOf(plain).replace(/\s*\n\s*/g, ' ');
	if (HAS_ARTICLE.test(name)) name = take(take(name, ARTICLE, kbs), BARE_ARTICLE, kbs);
	if (HAS_MARK.test(name)) name = take(name, MARK, marks);
	name = withoutNotes(name, readers);
	return {
		name: name.replace(/^[\s,;]+|[\s,;]+$/g, ''),
		kbs: [...new Set(kbs)],
		marks: [...new Set(marks)],
		downloads: readDownloads(runs, readers),
	};
}

/** The footnote marks of a cell. */
export function marksIn(runs: readonly Run[]): string[] {
	const { plain, marks } = takeRaised(runs);
	const text = textOf(plain);
	if (HAS_MARK.test(text)) take(text, MARK, marks);
	return marks;
}

const isRaisedMark = (run: Run): boolean => run.raised && /^[\s\d*[\](),]{1,8}$/.test(run.text);

/** Runs without those that are raised marks, and what these print. */
const takeRaised = (runs: readonly Run[]): { plain: Run[]; marks: string[] } => ({
	plain: runs.filter((run) => !isRaisedMark(run)),
	marks: runs.filter(isRaisedMark).flatMap((run) => run.text.match(/\d{1,2}|\*+/g) ?? []),
});

/** Takes out what matches and keeps the first group that is there. */
function take(text: string, pattern: RegExp, into: string[]): string {
	return text.replace(pattern, (...groups) => {
		const found = groups.slice(1).find((group) => typeof group === 'string' && group !== '') as string | undefined;
		if (found !== undefined) into.push(found);
		return '';
	});
}

/** The links to downloads of a cell, each target once. */
export function readDownloads(runs: readonly Run[], readers: readonly Language[]): Download[] {
	if (!hasLink(runs)) return [];
	const byTarget = new Map<LinkTarget, { readonly linked: Run[]; readonly upToNext: Run[] }>();
	let last: Run[] | null = null;
	for (const run of runs) {
		if (run.link !== null) {
			const parts = byTarget.get(run.link) ?? { linked: [], upToNext: [] };
			byTarget.set(run.link, parts);
			parts.linked.push(run);
			last = parts.upToNext;
		}
		last?.push(run);
	}
	const downloads = new Map<string, Download>();
	for (const [{ url }, { linked, upToNext }] of byTarget) {
		if (!/^https?:/i.test(url) || downloads.has(url) || readTarget(url).kind !== 'download') continue;
		const language = languageOfNote(textOf(upToNext), readers);
		downloads.set(url, { url, text: textOf(linked).replace(/\s*\n\s*/g, ' '), language });
	}
	return [...downloads.values()];
}

const ANY_ARTICLE = /(?<!\d)(?:KB\s?)?(\d{6,7})(?!\d)/gi;

/** All numbers of a cell of a column that holds articles. */
export const readArticles = (text: string): string[] => [
	...new Set([...text.matchAll(ANY_ARTICLE)].map((match) => match[1] as string)),
];
