import type { Block, Run } from '../page/block.ts';
import { flowOf } from '../page/flow.ts';
import { textOf } from '../page/plain-text.ts';
import { ownText } from '../text/own-text.ts';
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
	const own = languages.find((candidate) => candidate.locale === locale);
	const ownVotes = own === undefined ? 0 : votesOf(own, forms);
	const language = own !== undefined && ownVotes > 0 && ownVotes * 2 >= forms.length ? own : elect();
	const english = languages.find((candidate) => candidate.locale === ENGLISH);
	const readers = [language, english].filter((reader) => reader !== null && reader !== undefined);
	return { language, readers: [...new Set(readers)] };

	/** The declared language keeps the page unless another one is read much better: some words are shared. */
	function elect(): Language | null {
		const votes = languages.map((candidate) => ({
			candidate,
			votes: candidate === own ? ownVotes : votesOf(candidate, forms),
		}));
		const best = votes.reduce<(typeof votes)[number] | undefined>((one, other) => {
			if (one === undefined || other.votes > one.votes) return other;
			return other.votes === one.votes && other.candidate === own ? other : one;
		}, undefined);
		if (best === undefined) return null;
		if (own !== undefined && ownVotes > 0 && ownVotes * 2 >= best.votes) return own;
		return fits(best.votes, forms.length, best.candidate === own) ? best.candidate : null;
	}
}

const votesOf = (language: Language, forms: readonly string[]): number =>
	forms.reduce((sum, form) => sum + Number(knows(language, form)), 0);

/** Labels come again on page after page. */
const known = new WeakMap<Language, Map<string, boolean>>();
const REMEMBERED = 4096;

function knows(language: Language, form: string): boolean {
	let answers = known.get(language);
	if (answers === undefined) {
		answers = new Map();
		known.set(language, answers);
	}
	let answer = answers.get(form);
	if (answer === undefined) {
		answer = lookUp(language.openings, form, ANYWHERE) !== null;
		if (answers.size >= REMEMBERED) answers.clear();
		answers.set(ownText(form), answer);
	}
	return answer;
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
