import type { Element } from 'hast';
import type { Valued } from './block.ts';
import { attribute, placeOfNode, type Visit } from './hast.ts';
import { isWeb, originalAddress, savedAddress } from './html-address.ts';
import type { Bases } from './html-links.ts';

/** What the head of a document says about it. */
export interface HtmlMatter {
	/** `meta` elements by name as printed, the first of each name; those of front matter under its spelling too. */
	readonly matter: Map<string, Valued>;
	/** As printed, the ones that name a country first. */
	readonly languages: string[];
	/** The address that it was saved from, else the one that it calls its own. */
	readonly address: string | null;
	readonly base: string | null;
}

/** Names that library pages print in another spelling than the front matter of the converted pages. */
const SPELLINGS: Readonly<Record<string, string>> = { 'ms.assetid': 'ms:assetid' };
const LOCALES = /^(?:ms\.locale|locale)$/i;
const LANGUAGES = /^(?:ms\.contentlang|ms\.lang)$/i;

export function readHtmlMatter(source: string, visits: readonly Visit[]): HtmlMatter {
	const matter = new Map<string, Valued>();
	const locales: string[] = [];
	const tags: string[] = [];
	const languages: string[] = [];
	for (const { node } of visits) {
		if (node.type !== 'element') continue;
		if (/^(?:html|body|main)$/.test(node.tagName)) add(tags, attribute(node, 'lang') ?? attribute(node, 'xmlLang'));
		const content = node.tagName === 'meta' ? attribute(node, 'content')?.trim() : undefined;
		if (content === undefined) continue;
		const name = attribute(node, 'name')?.trim() ?? '';
		if (LOCALES.test(name)) add(locales, content);
		else if (LANGUAGES.test(name)) add(languages, content);
		else if (/^content-language$/i.test(attribute(node, 'httpEquiv') ?? '')) add(tags, content);
		if (name !== '') note(matter, name, node, content, source);
	}
	for (const [printed, spelling] of Object.entries(SPELLINGS)) {
		const valued = matter.get(printed);
		if (valued !== undefined && !matter.has(spelling)) matter.set(spelling, valued);
	}
	const all = [...new Set([...locales, ...tags, ...languages])];
	return { matter, languages: all, ...readBases(source, visits) };
}

function readBases(source: string, visits: readonly Visit[]): Bases {
	let base: string | null = null;
	let canonical: string | null = null;
	let shared: string | null = null;
	for (const { node } of visits) {
		if (node.type !== 'element') continue;
		if (node.tagName === 'base') base ??= webAddress(attribute(node, 'href'));
		else if (node.tagName === 'link' && /\bcanonical\b/i.test(attribute(node, 'rel') ?? '')) {
			canonical ??= webAddress(attribute(node, 'href'));
		} else if (node.tagName === 'meta' && attribute(node, 'property') === 'og:url') {
			shared ??= webAddress(attribute(node, 'content'));
		}
	}
	return { base, address: savedAddress(source) ?? canonical ?? shared };
}

function webAddress(url: string | null): string | null {
	const address = originalAddress(url?.trim() ?? '');
	return isWeb(address) ? address : null;
}

function add(list: string[], value: string | null): void {
	const trimmed = value?.trim() ?? '';
	if (trimmed !== '') list.push(trimmed);
}

function note(matter: Map<string, Valued>, name: string, meta: Element, value: string, source: string): void {
	const place = placeOfNode(meta);
	if (place === null || matter.has(name)) return;
	const at = source.indexOf(value, place.start);
	const exact = at >= 0 && at + value.length <= place.end;
	matter.set(name, exact ? { value, start: at, end: at + value.length } : { value, ...place });
}
