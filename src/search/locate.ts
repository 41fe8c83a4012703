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
	readonly text: string;
}

interface Candidate {
	readonly part: Part;
	readonly found: readonly Found[];
	readonly terms: number;
}

/**
 * Looks through the sections of a page for the one with most of the words. Where they stand in its title alone, that
 * is what is shown; where they stand in none, the page's headline.
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
		.prepare('SELECT section, title, line, text FROM sections WHERE page = ? ORDER BY section')
		.all([page]) as unknown as Part[];
	let best: Candidate | null = null;
	for (const part of parts) {
		const found = find(part.text);
		const terms = new Set(found.map(({ term }) => term)).size;
		if (terms > (best?.terms ?? 0)) best = { part, found, terms };
		if (terms === most) break;
	}
	const inHeading = find(heading);
	if (best !== null) {
		const snippet = snippetOf(best.part.text, best.found, marks);
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
function questionLine(database: Database, page: number, { part, found }: Candidate): number | null {
	const pairs = database
		.prepare('SELECT line, question, answer FROM faq WHERE page = ? AND section = ? ORDER BY position')
		.all([page, part.section]) as unknown as { line: number; question: string; answer: string }[];
	let from = 0;
	let best: { line: number; terms: number } | null = null;
	for (const { line, question, answer } of pairs) {
		const start = part.text.indexOf(question, from);
		if (start < 0) continue;
		const end = Math.max(part.text.indexOf(answer, start), start) + answer.length;
		from = end;
		const terms = new Set(found.filter((place) => place.start >= start && place.end <= end).map(({ term }) => term));
		if (terms.size > (best?.terms ?? 0)) best = { line, terms: terms.size };
	}
	return best?.line ?? null;
}
