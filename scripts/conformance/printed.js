// Whether a page prints an id at all, found in its source without the library: an upper bound, so "no" is a proof.

const MARKUP = /<[^>]*>|[*_\\`[\]]|\p{Cf}/gu;
const HYPHENS = /[\u2010-\u2015\u2212\uFE63\uFF0D]|&#?\w+;/g;
const LINE_END = /\r\n|\r|\n/;

/** `id` is an article (`958644`) or a CVE, the latter also where it is printed as CAN. */
const patternOf = (id) => new RegExp(`(?<![0-9])${id.replace(/^CVE-/, '').split('-').join('-?')}(?![0-9])`);

const withoutMarkup = (text) => text.replace(MARKUP, '').replace(HYPHENS, '-').replace(/\s+/g, '');

/** Looks once with the targets of links, once without the markup that may part an id. */
export function isPrintedIn(source, id) {
	const text = source.normalize('NFKC');
	return patternOf(id).test(text) || patternOf(id).test(withoutMarkup(text));
}

/** The first line (1-based) on which the id stands whole; `null` where none has it. */
export function lineOfPrint(source, id) {
	const pattern = patternOf(id);
	const lines = source.normalize('NFKC').split(LINE_END);
	const index = lines.findIndex((line) => pattern.test(line) || pattern.test(withoutMarkup(line)));
	return index === -1 ? null : index + 1;
}
