import type { Advisory, FaqEntry, Section } from '../advisory/schema.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { cutText, type Piece } from './pieces.ts';
import type { TextStore } from './text-store.ts';
import type { WriteRow } from './write-facts.ts';

/** A section in printed order. */
interface Numbered {
	readonly section: Section;
	readonly parent: number | null;
	/** Path of zero-based indexes, as FAQ entries have it. */
	readonly path: string;
}

/** Writes sections, questions and links by the numbers of their texts; gives the pieces of all of them. */
export function writeTexts(advisory: Advisory, page: number, store: TextStore, write: WriteRow): Piece[] {
	const pieces: Piece[] = [];
	const referTo = (list: readonly Piece[]): string => {
		pieces.push(...list);
		return `[${list.map((piece) => store.pieceId(piece)).join()}]`;
	};
	const questions = groupByPath(advisory.faq);
	for (const [number, { section, parent, path }] of inOrder(advisory.sections).entries()) {
		const { kind, title, level, line } = section;
		if (title !== null) pieces.push({ text: title, joint: 0 });
		const own = questions.get(path) ?? [];
		const cut = cutText(
			section.text,
			own.map(({ entry }) => entry),
		);
		const titleId = title === null ? null : store.textId(title);
		write('stored_sections', [page, number, parent, kind, titleId, level, line, referTo(cut.pieces)]);
		for (const [index, { entry, position }] of own.entries()) {
			const { vulnerability, line } = entry;
			const stretch = cut.stretches[index] ?? null;
			// words that the section has in another form are stored once more
			const apart = stretch === null ? [entry.question, entry.answer].map((text) => cutText(text, []).pieces) : [];
			const [first, middle, last] =
				stretch === null
					? [0, apart[0]?.length ?? 0, apart.flat().length]
					: [stretch.first, stretch.middle, stretch.last];
			const list = stretch === null ? referTo(apart.flat()) : null;
			write('stored_faq', [page, position, number, first, middle, last, list, vulnerability, line]);
		}
	}
	for (const [position, { url, text, kind, line }] of advisory.links.entries()) {
		write('stored_links', [page, position, store.urlId(url), store.textId(text), kind, line]);
	}
	return pieces;
}

/** The findings about a page. */
export function writeDiagnostics(
	diagnostics: readonly Diagnostic[],
	page: number,
	store: TextStore,
	write: WriteRow,
): void {
	const idOf = (text: string | null): number | null => (text === null ? null : store.textId(text));
	for (const [position, { rule, severity, message, line, actual, expected }] of diagnostics.entries()) {
		const values = [page, position, rule, severity, idOf(message), line, idOf(actual), idOf(expected)];
		write('stored_diagnostics', values);
	}
}

function groupByPath(faq: readonly FaqEntry[]): Map<string, { entry: FaqEntry; position: number }[]> {
	const groups = new Map<string, { entry: FaqEntry; position: number }[]>();
	for (const [position, entry] of faq.entries()) {
		const path = entry.section.join('.');
		const group = groups.get(path);
		if (group === undefined) groups.set(path, [{ entry, position }]);
		else group.push({ entry, position });
	}
	return groups;
}

/** The tree in printed order, each section with the number of the one around it. */
function inOrder(sections: readonly Section[]): Numbered[] {
	const ordered: Numbered[] = [];
	const push = (list: readonly Section[], parent: number | null, path: string): Numbered[] =>
		list.map((section, index) => ({ section, parent, path: path === '' ? `${index}` : `${path}.${index}` }));
	const stack = push(sections, null, '').reverse();
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const number = ordered.length;
		ordered.push(next);
		stack.push(...push(next.section.children, number, next.path).reverse());
	}
	return ordered;
}
