import { isNumber, type NameToken, nameTokens } from './name-tokens.ts';

/** Phrases by their words, one node a word. `{n}` in a phrase takes any number, `{any}` at its end all that follows. */
export interface WordTrie<Meaning> {
	readonly next: Map<string, WordTrie<Meaning>>;
	meaning: Meaning | null;
	/** Whether the phrase takes all that follows. */
	open: boolean;
}

export interface Match<Meaning> {
	readonly meaning: Meaning;
	/** Index of the first token after the phrase. */
	readonly end: number;
	/** The number in the phrase's slot. */
	readonly number: string | null;
}

const NUMBER = '{n}';
const ANY = '{any}';

export const wordTrie = <Meaning>(): WordTrie<Meaning> => ({ next: new Map(), meaning: null, open: false });

/** Adds a phrase; the first meaning of a phrase stays. */
export function addWords<Meaning>(trie: WordTrie<Meaning>, phrase: string, meaning: Meaning): void {
	let node = trie;
	const open = phrase.endsWith(ANY);
	const words = open ? phrase.slice(0, -ANY.length) : phrase;
	for (const [index, part] of words.split(NUMBER).entries()) {
		if (index > 0) node = step(node, NUMBER);
		for (const { text } of nameTokens(part).tokens) node = step(node, text);
	}
	if (node === trie) return;
	node.meaning ??= meaning;
	node.open ||= open;
}

function step<Meaning>(node: WordTrie<Meaning>, word: string): WordTrie<Meaning> {
	const known = node.next.get(word);
	if (known !== undefined) return known;
	const made = wordTrie<Meaning>();
	node.next.set(word, made);
	return made;
}

/** The longest phrase that stands at a token; of two of one length the one of the earlier trie. */
export function longestMatch<Meaning>(
	tries: readonly WordTrie<Meaning>[],
	tokens: readonly NameToken[],
	start: number,
): Match<Meaning> | null {
	let best: Match<Meaning> | null = null;
	for (const trie of tries) {
		let states: { readonly node: WordTrie<Meaning>; readonly number: string | null }[] = [{ node: trie, number: null }];
		for (let at = start; at < tokens.length && states.length > 0; at++) {
			const { text } = tokens[at] as NameToken;
			// a phrase may run over the end of a line
			if (text === '\n' && at > start) continue;
			const reached: typeof states = [];
			for (const { node, number } of states) {
				const literal = node.next.get(text);
				if (literal !== undefined) reached.push({ node: literal, number });
				const slot = isNumber(text) ? node.next.get(NUMBER) : undefined;
				if (slot !== undefined) reached.push({ node: slot, number: text });
			}
			const accepted = reached.find(({ node }) => node.meaning !== null);
			const end = accepted?.node.open ? tokens.length : at + 1;
			if (accepted?.node.meaning && (best === null || end > best.end)) {
				best = { meaning: accepted.node.meaning, end, number: accepted.number };
			}
			states = reached;
		}
	}
	return best;
}
