import { BULLETIN, bulletinId, researchId, VULNERABILITY_RESEARCH } from '../mentions/forms.ts';

export interface TitleId {
	readonly id: string;
	/** Offsets in the title. */
	readonly start: number;
	readonly end: number;
	/** Whether the title is made of words and the id (and a rating behind it), as a document's own title is. */
	readonly own: boolean;
}

/** What may follow the id in a title: nothing, a bracket, or a dash with a rating of one to three words. */
const RATING =
	/^\s*(?:[)\uFF09:.]\s*)?(?:[-\u2010-\u2015\u2212\uFF0D]\s*[\p{L}\p{M}\uFFFD]+(?:\s+[\p{L}\p{M}]+){0,2}|[(\uFF08]\s*[\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+){0,2}\s*[)\uFF09])?\s*$/u;
const NUMBER = /(?<![\d.])(\d{6,7})r?(?!\d)/g;

/** The id that a title prints. */
export function readTitleId(title: string): TitleId | null {
	const research = first(title, VULNERABILITY_RESEARCH, (match) => researchId(match[1] as string, match[2] as string));
	if (research !== null) return research;
	const bulletin = first(title, BULLETIN, (match) => bulletinId(match[1] as string, match[2] as string));
	if (bulletin !== null) return bulletin;
	return first(title, NUMBER, (match) => match[1] as string);
}

function first(title: string, pattern: RegExp, id: (match: RegExpExecArray) => string): TitleId | null {
	const [match] = title.matchAll(pattern);
	if (match === undefined) return null;
	const end = match.index + match[0].length;
	const own = /\p{L}/u.test(title.slice(0, match.index)) && RATING.test(title.slice(end));
	return { id: id(match), start: match.index, end, own };
}
