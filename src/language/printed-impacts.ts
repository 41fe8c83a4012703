import type { Impact } from '../advisory/words.ts';
import { labelForm } from './normal-form.ts';
import type { Language } from './prepare.ts';

const SIGNS = /^[\s,;/&+.()\u3001]+/;

/** The impacts that a line names, in printed order: words of one pack, with signs or joining words between them. */
export function readImpacts(text: string, readers: readonly Language[]): Impact[] | null {
	for (const reader of readers) {
		const impacts = readImpactForm(labelForm(text), reader);
		if (impacts !== null) return impacts;
	}
	return null;
}

/** The same of a text in label form, in the words of one language. */
export function readImpactForm(form: string, reader: Language): Impact[] | null {
	const only = reader.impact.exact.get(form)?.[0]?.meaning;
	if (only !== undefined) return [only];
	const impacts: Impact[] = [];
	let rest = form;
	while (rest !== '') {
		const word = longestAt(rest, reader.impact.exact.keys());
		const impact = word === null ? undefined : reader.impact.exact.get(word)?.[0]?.meaning;
		const between = word ?? SIGNS.exec(rest)?.[0] ?? (impacts.length > 0 ? longestAt(rest, reader.joiners) : null);
		if (between === null) return null;
		if (impact !== undefined) impacts.push(impact);
		rest = rest.slice(between.length);
	}
	return impacts.length > 0 ? [...new Set(impacts)] : null;
}

function longestAt(text: string, words: Iterable<string>): string | null {
	let longest: string | null = null;
	for (const word of words) {
		if (word !== '' && text.startsWith(word) && word.length > (longest?.length ?? 0)) longest = word;
	}
	return longest;
}
