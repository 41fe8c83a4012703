import { readdirSync, readFileSync } from 'node:fs';

const corpus = new URL('../../corpus/', import.meta.url);

/** One page of the corpus: `path` is relative to the corpus, `tag` is its locale. */
export interface CorpusPage {
	readonly path: string;
	readonly tag: string;
}

/** One document of the corpus: its folder, its pages, and the names of files that are no part of a page. */
export interface CorpusDocument {
	readonly id: string;
	readonly pages: readonly CorpusPage[];
	readonly strays: readonly string[];
}

const PAGE = /^(?<tag>[^.]+)\.(?:md|html)$/;

export const readCorpus = (path: string): Buffer => readFileSync(new URL(path, corpus));

export const readCorpusJson = (path: string): unknown => JSON.parse(readCorpus(path).toString());

/** All documents, by id; a record without a page is a stray. */
export function corpusDocuments(): CorpusDocument[] {
	return readdirSync(corpus, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => documentIn(name));
}

function documentIn(id: string): CorpusDocument {
	const names = readdirSync(new URL(`${id}/`, corpus)).sort();
	const pages = names.flatMap((name) => {
		const tag = PAGE.exec(name)?.groups?.tag;
		return tag === undefined ? [] : [{ path: `${id}/${name}`, tag }];
	});
	const known = new Set([
		'facts.json',
		...pages.flatMap(({ path, tag }) => [path.slice(id.length + 1), `${tag}.json`]),
	]);
	return { id, pages, strays: names.filter((name) => !known.has(name)) };
}
