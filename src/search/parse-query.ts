import { readId, type TypedId } from './document-ids.ts';
import { isLoneLetter, tokensOf } from './fold.ts';
import { SearchError } from './search-error.ts';

/** A word or a phrase: tokens that stand next to each other. */
export interface Term {
	readonly tokens: readonly string[];
	/** The last token is the beginning of a word. */
	readonly isPrefix: boolean;
	/** Must not stand in the document. */
	readonly isExcluded: boolean;
	/** Of a word that is an id by its letters, what it names. */
	readonly id: TypedId | null;
}

export interface Query {
	readonly terms: readonly Term[];
	/** Where the whole query is one id. */
	readonly id: TypedId | null;
}

/** A phrase in quotation marks or a word, with the minus before it and the star after it. */
const PART = /(-?)"([^"]*)("?)(\*?)|\S+/g;
/** Longer ones are no question that a person asks. */
const MOST_TERMS = 50;
/** In all terms together: a phrase as long as a book takes as long to look for. */
const MOST_TOKENS = 500;

/**
 * Reads what was typed: words that must all stand in the document, `"phrases"`, `-word` for what must not, `word*` for
 * beginnings. Anything else is punctuation. Throws a `SearchError` that says what is wrong.
 */
export function parseQuery(typed: string): Query {
	const id = readId(typed);
	const terms: Term[] = [];
	// letters of Korean may come in their parts
	for (const match of typed.normalize('NFC').matchAll(PART)) {
		const [whole, minus, phrase, close, star] = match;
		const term = phrase === undefined ? readWord(whole) : readPhrase({ minus, phrase, close, star });
		if (term !== null) terms.push(...apart(term));
	}
	if (terms.reduce((sum, { tokens }) => sum + tokens.length, 0) > MOST_TOKENS) {
		throw new SearchError('query', `longer than ${MOST_TOKENS} words; take fewer`);
	}
	if (terms.length > MOST_TERMS) throw new SearchError('query', `more than ${MOST_TERMS} words; take fewer`);
	if (terms.length === 0) {
		throw new SearchError('query', `no word to search for in ${JSON.stringify(typed)}; name at least one`);
	}
	if (terms.every(({ isExcluded }) => isExcluded)) {
		throw new SearchError('query', 'only words that must not be there; name one that must');
	}
	return { terms, id };
}

/** What to look for on a page that was found: of an id, the forms in which pages print it. */
export function shownTerms({ terms, id }: Query): Term[] {
	const printed = ({ form, id }: TypedId): string[] =>
		form === 'article' || form === 'number'
			? [id, `KB${id}`]
			: [id, ...(form === 'cve' ? [id.replace('CVE', 'CAN')] : [])];
	const termsOf = (texts: readonly string[]): Term[] =>
		texts.map((text) => ({ tokens: tokensOf(text), isPrefix: false, isExcluded: false, id: null }));
	if (id !== null) return termsOf(printed(id));
	return terms
		.filter(({ isExcluded }) => !isExcluded)
		.flatMap((term) => (term.id === null ? [term] : termsOf(printed(term.id))));
}

type PhraseParts = Readonly<Record<'minus' | 'phrase' | 'close' | 'star', string | undefined>>;

function readPhrase({ minus, phrase = '', close, star }: PhraseParts): Term | null {
	if (close === '') throw new SearchError('query', `a quotation mark is not closed: "${phrase}`);
	return makeTerm(phrase, minus === '-', star === '*', null);
}

function readWord(whole: string): Term | null {
	const isExcluded = whole.length > 1 && whole.startsWith('-');
	const word = isExcluded ? whole.slice(1) : whole;
	const isPrefix = word.endsWith('*');
	const bare = isPrefix ? word.slice(0, -1) : word;
	if (bare.includes('*') || (isPrefix && tokensOf(bare).length === 0)) {
		throw new SearchError('query', `a star stands after the beginning of a word, as in vulnerab*, not in ${whole}`);
	}
	const id = isPrefix ? null : readId(bare);
	// a bare number may as well be a size or a build
	return makeTerm(bare, isExcluded, isPrefix, id?.form === 'number' ? null : id);
}

function makeTerm(text: string, isExcluded: boolean, isStarred: boolean, id: TypedId | null): Term | null {
	const tokens = tokensOf(text);
	const last = tokens.at(-1);
	if (last === undefined) return null;
	// a letter alone stands in the slices that it begins
	return { tokens, isPrefix: isStarred || isLoneLetter(last), isExcluded, id };
}

/**
 * A single letter before words of another script ends a run of which the index has slices, and stands in the last one:
 * it is looked for by itself.
 */
function apart(term: Term): Term[] {
	const [first = '', ...rest] = term.tokens;
	if (term.isExcluded || rest.length === 0 || !isLoneLetter(first)) return [term];
	return [
		{ tokens: [first], isPrefix: true, isExcluded: false, id: null },
		{ ...term, tokens: rest },
	];
}
