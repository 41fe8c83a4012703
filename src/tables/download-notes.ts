import { labelForm } from '../language/normal-form.ts';
import type { DownloadNote, Language } from '../language/prepare.ts';

const OPEN = '[(\\uFF08\\[]?\\s*';
const CLOSE = '\\s*[)\\uFF09\\]]?';
const PARTED = '[\\s\\u2013\\u2014\\u2502|/-]*';

const patterns = new WeakMap<readonly DownloadNote[], RegExp>();

/**
 * Takes out of a printed name what is said of its downloads: `(English update)`, `English/Chinese`. A name that is
 * printed for each download counts once.
 */
export function withoutNotes(name: string, readers: readonly Language[]): string {
	return readers.reduce((text, { downloadNotes }) => {
		if (!downloadNotes.some(({ words }) => text.includes(words))) return text;
		const pieces = text.replace(patternOf(downloadNotes), '\n').split('\n');
		const once = new Map<string, string>();
		for (const piece of pieces) if (/\p{L}/u.test(piece)) once.set(labelForm(piece), piece.trim());
		return [...once.values()].join(' ');
	}, name);
}

/** The language of a download by the first note in what is printed from its link up to the next. */
export function languageOfNote(text: string, readers: readonly Language[]): string | null {
	for (const { downloadNotes } of readers) {
		const found = downloadNotes
			.map((note) => ({ note, at: text.indexOf(note.words) }))
			.filter(({ at }) => at >= 0)
			.sort((one, other) => one.at - other.at)[0];
		if (found !== undefined) return found.note.language;
	}
	return null;
}

/** The end of a note that stands at once behind an offset; the offset where none does. */
export function endOfNote(text: string, at: number, readers: readonly Language[]): number {
	for (const { downloadNotes } of readers) {
		if (downloadNotes.length === 0) continue;
		const pattern = patternOf(downloadNotes);
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		pattern.lastIndex = 0;
		if (found?.index === at) return at + found[0].length;
	}
	return at;
}

function patternOf(notes: readonly DownloadNote[]): RegExp {
	let pattern = patterns.get(notes);
	if (pattern === undefined) {
		const words = notes.map((note) => note.words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
		pattern = new RegExp(`${PARTED}${OPEN}(?:${words})${CLOSE}${PARTED}`, 'g');
		patterns.set(notes, pattern);
	}
	return pattern;
}
