import type { Block, Run } from '../page/block.ts';
import { flowOf } from '../page/flow.ts';
import { textOf } from '../page/plain-text.ts';
import { labelForm } from './normal-form.ts';
import { lookUp } from './phrases.ts';
import type { Language } from './prepare.ts';

export interface DetectedLanguage {
	/** The pack in whose language the page is written; `null` where none fits. */
	readonly language: Language | null;
	/** The packs that read the page's words: its own first, then English, whose words remain in all of them. */
	readonly readers: readonly Language[];
}

const ENGLISH = 'en-US';
const ANYWHERE = { ancestors: [], kind: null } as const;

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
	const votes = languages.map((language) => ({
		language,
		votes: forms.reduce((sum, form) => sum + vote(language, form), 0),
	}));
	const declared = votes.find((candidate) => candidate.language.locale === locale);
	const best = votes.reduce<(typeof votes)[number] | undefined>((one, other) => {
		if (one === undefined || other.votes > one.votes) return other;
		return other.votes === one.votes && other === declared ? other : one;
	}, undefined);
	// the declared language keeps the page unless another one is read much better: some words are shared
	const kept = declared !== undefined && best !== undefined && declared.votes * 2 >= best.votes && declared.votes > 0;
	const winner = kept ? declared : best;
	const language =
		winner !== undefined && fits(winner.votes, forms.length, winner === declared) ? winner.language : null;
	const english = languages.find((candidate) => candidate.locale === ENGLISH);
	const readers = [language, english].filter((reader) => reader !== null && reader !== undefined);
	return { language, readers: [...new Set(readers)] };
}

/** Related languages share words: one that the page does not declare must read a good part of it. */
const fits = (votes: number, forms: number, declared: boolean): boolean =>
	declared ? votes >= 1 : votes >= 4 && votes * 3 >= forms;

const vote = (language: Language, form: string): number =>
	lookUp(language.headings, form, ANYWHERE) !== null ||
	lookUp(language.labels, form, ANYWHERE) !== null ||
	lookUp(language.lines, form, ANYWHERE) !== null
		? 1
		: 0;

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
	const bold: Run[] = [];
	for (const run of runs) {
		if (!run.strong && run.text.trim() !== '') break;
		bold.push(run);
	}
	const text = textOf(bold);
	if (text !== '') return text;
	return /^[^:\uFF1A\n]{1,40}(?=[:\uFF1A])/.exec(flowOf(runs).text.slice(0, 60))?.[0] ?? '';
}
