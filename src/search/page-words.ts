import { eachToken, isSliced } from './fold.ts';
import { JOINTS, PARAGRAPH, type Piece } from './pieces.ts';

/** Parts two paragraphs, so that a phrase never goes from one to the next; no token holds it. */
const BORDER = '\u00b6';

/** The three columns in which the words of a page are indexed, tokens parted by blanks. */
export interface PageWords {
	readonly title: string;
	readonly headline: string;
	readonly text: string;
}

/**
 * The tokens of a page. A piece that stands on it several times counts once: pages repeat whole paragraphs for each
 * version of a product. Letters of sliced runs that begin no slice follow at the end, so that a single letter is found
 * wherever it stands.
 */
export function pageWords(title: string, headline: string | null, pieces: Iterable<Piece>): PageWords {
	const begins = new Set<string>();
	const ends = new Set<string>();
	const addWords = (text: string, words: string[]): void =>
		eachToken(text, (token) => {
			words.push(token);
			if (!isSliced(token)) return;
			const [first = '', last = first] = token;
			begins.add(first);
			ends.add(last);
		});
	const titleWords: string[] = [];
	const headlineWords: string[] = [];
	const words: string[] = [];
	addWords(title, titleWords);
	addWords(headline ?? '', headlineWords);
	const seen = new Set<string>();
	let isApart = false;
	for (const { text, joint } of pieces) {
		const isRepeated = seen.has(text);
		if ((isApart || isRepeated || JOINTS[joint] === PARAGRAPH) && words.at(-1) !== BORDER) words.push(BORDER);
		isApart = isRepeated;
		if (isRepeated) continue;
		seen.add(text);
		addWords(text, words);
	}
	const lone = [...ends].filter((letter) => !begins.has(letter));
	return { title: titleWords.join(' '), headline: headlineWords.join(' '), text: [...words, ...lone].join(' ') };
}
