import type { Block, Run } from '../page/block.ts';
import { flowOf } from '../page/flow.ts';
import { textOf } from '../page/plain-text.ts';
import { remember } from '../text/remember.ts';
import { labelForm } from './normal-form.ts';
import { ANYWHERE, lookUp } from './phrases.ts';
import type { Language } from './prepare.ts';

export interface DetectedLanguage {
	/** The pack in whose language the page is written; `null` where none fits. */
	readonly language: Language | null;
	/** The packs that read the page's words: its own first, then English, whose words remain in all of them. */
	readonly readers: readonly Language[];
}

const ENGLISH = 'en-US';

/**
 * All packs vote over headings, bold openings and lines with a colon; the declared locale breaks ties. A page of which
 * no pack reads a good part is in no known language, unless its locale has a pack that reads a word.
 */
export function detectLanguage(
	blocks: readonly Block[],
	languages: readonly Language[],
	locale: string | null,
): DetectedLanguage {
	const forms = labelForms(blocks);
	const votes = countVotes(forms, languages);
	const own = languages.find((candidate) => candidate.locale === locale) ?? null;
	const language = elect(votes, forms.length, own);
	const english = languages.find((candidate) => candidate.locale === ENGLISH) ?? null;
	return { language, readers: readersOf(language, english) };
}

const NOBODY = {};
const readersBy = new WeakMap<object, WeakMap<object, readonly Language[]>>();

/** The same list for the same languages: what was read with its words is remembered by it. */
function readersOf(language: Language | null, english: Language | null): readonly Language[] {
	const byEnglish = readersBy.get(language ?? NOBODY) ?? new WeakMap<object, readonly Language[]>();
	readersBy.set(language ?? NOBODY, byEnglish);
	const known = byEnglish.get(english ?? NOBODY);
	if (known !== undefined) return known;
	const readers = [...new Set([language, english].filter((reader) => reader !== null))];
	byEnglish.set(english ?? NOBODY, readers);
	return readers;
}

/** The declared language keeps the page unless another one is read much better: some words are shared. */
function elect(votes: ReadonlyMap<Language, number>, forms: number, own: Language | null): Language | null {
	let best: Language | null = null;
	let most = 0;
	for (const [candidate, count] of votes) {
		if (best === null || count > most || (count === most && candidate === own)) {
			best = candidate;
			most = count;
		}
	}
	const ownVotes = own === null ? 0 : (votes.get(own) ?? 0);
	if (own !== null && ownVotes > 0 && (ownVotes * 2 >= forms || ownVotes * 2 >= most)) return own;
	return best !== null && fits(most, forms, best === own) ? best : null;
}

function countVotes(forms: readonly string[], languages: readonly Language[]): Map<Language, number> {
	const votes = new Map(languages.map((language) => [language, 0]));
	const speakers = speakersAmong(languages);
	for (const form of forms) {
		for (const language of speakers(form)) votes.set(language, (votes.get(language) ?? 0) + 1);
	}
	return votes;
}

type Speakers = (form: string) => readonly Language[];

const known = new WeakMap<readonly Language[], Speakers>();

/** Tells which of the languages know a form; labels come again on page after page. */
function speakersAmong(languages: readonly Language[]): Speakers {
	let speakers = known.get(languages);
	if (speakers === undefined) {
		speakers = remember((form) => languages.filter(({ openings }) => lookUp(openings, form, ANYWHERE) !== null), 4096);
		known.set(languages, speakers);
	}
	return speakers;
}

/** Related languages share words: one that the page does not declare must read a good part of it. */
const fits = (votes: number, forms: number, declared: boolean): boolean =>
	declared ? votes >= 1 : votes >= 4 && votes * 3 >= forms;

function labelForms(blocks: readonly Block[]): string[] {
	const forms: string[] = [];
	for (const block of blocks) {
		if (block.kind === 'heading') forms.push(labelForm(textOf(block.runs)));
		else if (block.kind === 'paragraph') {
			const label = openingOf(block.runs);
			if (label !== '') forms.push(labelForm(label));
		}
	}
	return forms;
}

/** The bold words at the start of a paragraph, else what stands before its first colon. */
function openingOf(runs: readonly Run[]): string {
	const afterBold = runs.findIndex((run) => !run.strong && run.text.trim() !== '');
	const bold = afterBold < 0 ? runs : runs.slice(0, afterBold);
	const text = bold.length === 0 ? '' : textOf(bold);
	return text !== '' ? text : (/^[^:\uFF1A\n]{1,40}(?=[:\uFF1A])/.exec(flowOf(firstLetters(runs)).text)?.[0] ?? '');
}

/** As many runs as hold the first 60 letters. */
function firstLetters(runs: readonly Run[]): readonly Run[] {
	let length = 0;
	const end = runs.findIndex((run) => {
		length += run.text.length;
		return length >= 60;
	});
	return end < 0 ? runs : runs.slice(0, end + 1);
}
