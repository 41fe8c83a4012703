import type { PlatformWord, ProductPhrases } from './pack.ts';
import { addWords, type WordTrie, wordTrie } from './word-trie.ts';

/** What a phrase in a name of a product says. */
export type ProductWord =
	| { readonly kind: 'joiner' | 'noise' | 'service-pack' | 'server-core' }
	| { readonly kind: 'family' | 'edition' | 'update' | 'branch'; readonly value: string }
	| { readonly kind: 'platform'; readonly value: PlatformWord }
	/** The words between a component and what it runs on; `opening`: those before the first of the two. */
	| { readonly kind: 'host' | 'opening'; readonly componentFirst: boolean };

/** Makes the product words of a pack ready for look-up. */
export function productWords(phrases: ProductPhrases): WordTrie<ProductWord> {
	const trie = wordTrie<ProductWord>();
	const add = (texts: readonly string[] | undefined, meaning: ProductWord): void => {
		for (const text of texts ?? []) addWords(trie, text, meaning);
	};
	for (const [value, texts] of Object.entries(phrases.names ?? {})) add(texts, { kind: 'family', value });
	for (const kind of ['edition', 'update'] as const) {
		for (const [value, texts] of Object.entries(phrases[`${kind}s`] ?? {})) add(texts, { kind, value });
	}
	for (const [value, texts] of Object.entries(phrases.branches ?? {})) add(texts, { kind: 'branch', value });
	for (const value of ['x86', 'x64', 'ia64', '64-bit'] as const) {
		add(phrases.platforms?.[value], { kind: 'platform', value });
	}
	add(phrases.servicePacks, { kind: 'service-pack' });
	add(phrases.serverCore, { kind: 'server-core' });
	add(phrases.joiners, { kind: 'joiner' });
	for (const pattern of phrases.hosts ?? []) {
		const { before, between, after, componentFirst } = takeHostApart(pattern);
		addWords(trie, between, { kind: 'host', componentFirst });
		addWords(trie, before, { kind: 'opening', componentFirst });
		addWords(trie, after, { kind: 'noise' });
	}
	add(phrases.noise, { kind: 'noise' });
	return trie;
}

/** `{product} with {component} installed`: the words between the two, or before them, tell which is which. */
function takeHostApart(pattern: string) {
	const component = pattern.indexOf('{component}');
	const product = pattern.indexOf('{product}');
	const [before = '', between = '', after = ''] = pattern.split(/\{(?:component|product)\}/);
	return { before, between, after, componentFirst: component < product };
}
