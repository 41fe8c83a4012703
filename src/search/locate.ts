import type { Database } from './driver.ts';
import type { Found, TermFinder } from './find-terms.ts';
import { snippetOf } from './snippet.ts';

/** The place of a page that shows best why it was found. */
export interface Place {
	/** Line of the section, or of the question, in the source file. */
	readonly line: number;
	readonly snippet: string;
}

interface Part {
	readonly section: number;
	readonly title: string | null;
	readonly line: number;
}

interface Candidate {
	readonly part: Part;
	readonly text: string;
	readonly found: readonly Found[];
	readonly terms: number;
}

/** UTF-16 units of a page that are looked through where its heading says already why it was found. */
const GLANCE = 20_000;
/** The same where half of the words stand in one section: some pages are as long as a book. */
const LOOK = 50_000;

const termsOf = (found: readonly Found[]): number => new Set(found.map(({ term }) => term)).size;

/**
 * Looks through the sections of a page for the one with most of the words, and no further than one that has all. Where
 * the heading has all, half of them are enough, near the beginning; so are they on a page that does not end. Where they
 * stand in a title alone, that is what is shown; where they stand in none, the heading.
 */
export function locate(
	database: Database,
	page: number,
	heading: string,
	find: TermFinder,
	most: number,
	marks: readonly [string, string],
): Place {
	const parts = database
		.prepare('SELECT section, title, line FROM sections WHERE page = ? ORDER BY section')
		.all([page]) as unknown as Part[];
	const texts = database.prepare('SELECT text FROM sections WHERE page = ? AND section = ?');
	const inHeading = find(heading);
	const isHeading = termsOf(inHeading) === most;
	const enough = isHeading ? Math.ceil(most / 2) : most;
	let read = 0;
	let best: Candidate | null = null;
	for (const part of most === 0 ? [] : parts) {
		const text = texts.all([page, part.section])[0]?.text as string;
		const found = find(text);
		const terms = termsOf(found);
		if (terms > (best?.terms ?? 0)) best = { part, text, found, terms };
		read += text.length;
		const isHalf = (best?.terms ?? 0) * 2 >= most;
		if (terms >= enough || (isHeading && read > GLANCE) || (isHalf && read > LOOK)) break;
	}
	if (best !== null) {
		const snippet = snippetOf(best.text, best.found, marks);
		return { line: questionLine(database, page, best) ?? best.part.line, snippet };
	}
	const titled = parts.find(({ title }) => title !== null && find(title).length > 0);
	if (inHeading.length === 0 && titled !== undefined) {
		const title = titled.title ?? '';
		return { line: titled.line, snippet: snippetOf(title, find(title), marks) };
	}
	return { line: parts[0]?.line ?? 1, snippet: snippetOf(heading, inHeading, marks) };
}

/** The line of the question in which the words stand, where they stand in one. */
function questionLine(database: Database, page: number, { part, text, found }: Candidate): number | null {
	const pairs = database
		.prepare('SELECT line, question, answer FROM faq WHERE page = ? AND section = ? ORDER BY position')
		.all([page, part.section]) as unknown as { line: number; question: string; answer: string }[];
	let from = 0;
	let best: { line: number; terms: number } | null = null;
	for (const { line, question, answer } of pairs) {
		const start = text.indexOf(question, from);
		if (start < 0) continue;
		const end = Math.max(text.indexOf(answer, start), start) + answer.length;
		from = end;
		const terms = new Set(found.filter((place) => place.start >= start && place.end <= end).map(({ term }) => term));
		if (terms.size > (best?.terms ?? 0)) best = { line, terms: terms.size };
	}
	return best?.line ?? null;
}
