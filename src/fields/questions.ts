import type { FaqEntry } from '../advisory/schema.ts';
import { labelForm } from '../language/normal-form.ts';
import { firstEntry } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import { isWithin, type Section } from '../outline/section.ts';
import { END_MATTER } from '../outline/section-rules.ts';
import { blocksText } from '../outline/section-text.ts';
import type { Block, Run } from '../page/block.ts';
import { linesOf } from '../page/lines.ts';
import { withRuns, withText } from '../page/make-block.ts';
import { hasText, placeOf, textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { pathOf } from './section-path.ts';
import { vulnerabilityOf } from './vulnerability-index.ts';

/** Pairs of question and answer, wherever they stand. */
export const questionsReader: FieldReader = {
	name: 'questions',
	read: (context) => [candidate('faq', [...readQuestions(context)])],
};

const made = new WeakMap<Context, readonly FaqEntry[]>();

/** Several fields ask for the questions; they are read once a page. */
export function readQuestions(context: Context): readonly FaqEntry[] {
	let entries = made.get(context);
	if (entries === undefined) {
		entries = context.sections.flatMap((section) => readPairs(section, context));
		made.set(context, entries);
	}
	return entries;
}

interface Pair {
	readonly question: readonly Run[];
	readonly answer: Block[];
}

const QUESTION_MARK = /[?\uFF1F]/;
const QUESTION_AT_END = /[?\uFF1F][\s\p{Pe}\p{Pf}"'\u00A0*|]*$/u;

/** A question mark at the end, behind a word; quotes, brackets and blanks behind it do not count. */
function endsInQuestion(text: string): boolean {
	const mark = text.search(QUESTION_AT_END);
	return mark > 0 && /\p{L}/u.test(text.slice(0, mark));
}

function readPairs(section: Section, context: Context): FaqEntry[] {
	if (END_MATTER.has(section.kind)) return [];
	const inFaq = isWithin(section, 'faq');
	const pairs = inFaq
		? pairsOfFaq(section.blocks, context)
		: pairsOf(section.blocks, (runs) => freeQuestion(runs, context));
	const heading = inFaq && section.kind !== 'faq' && section.title !== null && endsInQuestion(section.title);
	const entries = pairs.map(({ question, answer }) =>
		makeEntry(textOf(question), answer, placeOf(question) as Place, section, context),
	);
	if (!heading || section.title === null) return entries;
	const untilFirst =
		pairs.length === 0 ? section.blocks : section.blocks.slice(0, section.blocks.indexOf(pairs[0]?.answer[0] as Block));
	return [makeEntry(section.title, untilFirst, section.place, section, context), ...entries];
}

interface Split {
	readonly question: readonly Run[];
	readonly rest: readonly Run[];
	/** Text of the paragraph that stands before the question and belongs to the answer before. */
	readonly before: readonly Run[];
}

/** A bold question outside an FAQ: "How to undo the workaround?" is a label. */
function freeQuestion(runs: readonly Run[], { language }: Context): Split | null {
	const split = boldQuestion(runs);
	if (split === null) return null;
	const form = labelForm(textOf(split.question));
	return firstEntry(language.readers, ({ labels }) => labels, form) === null ? split : null;
}

/** Where one question is bold, a line that ends in a question mark is one too, though its bold is broken or lost. */
function pairsOfFaq(blocks: readonly Block[], { language }: Context): Pair[] {
	const bold = blocks.some(
		(block) => block.kind === 'paragraph' && (isBoldLine(block.runs) || unmarkedQuestion(block.runs, language.readers)),
	);
	const find = (runs: readonly Run[]) =>
		boldQuestion(runs) ?? lineQuestion(runs) ?? unmarkedQuestion(runs, language.readers);
	return pairsOf(blocks, bold ? find : plainQuestion);
}

function pairsOf(blocks: readonly Block[], findQuestion: (runs: readonly Run[]) => Split | null): Pair[] {
	const pairs: Pair[] = [];
	for (const block of blocks) {
		const last = pairs.at(-1);
		if (block.kind !== 'paragraph') {
			last?.answer.push(block);
			continue;
		}
		let runs = block.runs;
		const asks = runs[0]?.strong === true || runs.some((run) => QUESTION_MARK.test(run.text));
		const find = () => findQuestion(runs) ?? (pairs.length > 0 ? laterQuestion(runs) : null);
		for (let split = asks ? find() : null; split !== null; split = find()) {
			if (hasText(split.before)) pairs.at(-1)?.answer.push(withRuns(block, split.before));
			pairs.push({ question: split.question, answer: [] });
			runs = split.rest;
			if (!hasText(runs)) break;
		}
		if (hasText(runs))
			pairs
				.at(-1)
				?.answer.push(
					runs === block.runs
						? block
						: withRuns(block, runs, { item: pairs.at(-1)?.answer.length ? block.item : null }),
				);
	}
	return pairs;
}

/** Bold at the start of a paragraph that ends in a question mark: over several runs and lines, with the mark outside too. */
function boldQuestion(runs: readonly Run[]): Split | null {
	let end = 0;
	for (let index = 0; index < runs.length; index++) {
		const run = runs[index] as Run;
		const blank = run.kind === 'break' || run.kind === 'soft' || run.text.trim() === '';
		if (!blank && !run.strong && !/^[\s?\uFF1F]*$/.test(run.text)) {
			const mark = /^\s*[?\uFF1F]\s*/.exec(run.text);
			if (mark === null || end === 0) break;
			const middle = run.start + mark[0].length;
			const head = withText(run, mark[0], run.start, middle);
			const tail = withText(run, run.text.slice(mark[0].length), middle, run.end);
			return { before: [], question: [...runs.slice(0, index), head], rest: [tail, ...runs.slice(index + 1)] };
		}
		if (!blank) end = index + 1;
		const next = runs.slice(index + 1).find((other) => other.kind !== 'text' || other.text.trim() !== '');
		const lineEnds = next === undefined || next.kind === 'break' || next.kind === 'soft' || !next.strong;
		if (!blank && lineEnds && endsInQuestion(textOf(runs.slice(0, end)))) {
			return { before: [], question: runs.slice(0, end), rest: runs.slice(end) };
		}
	}
	return null;
}

/** A bold question that fills a line below the first: the blank line before it was lost. */
function laterQuestion(runs: readonly Run[]): Split | null {
	for (const line of linesOf(runs).slice(1)) {
		const split = boldQuestion(runs.slice(line.from));
		const next = split?.rest.find((run) => run.kind !== 'text' || run.text.trim() !== '');
		if (split === null || !['break', 'soft', undefined].includes(next?.kind)) continue;
		return { ...split, before: runs.slice(0, line.from) };
	}
	return null;
}

/** Whether a paragraph begins with a question that is bold, or whose line begins or ends in bold. */
function isBoldLine(runs: readonly Run[]): boolean {
	if (boldQuestion(runs) !== null) return true;
	const question = lineQuestion(runs)?.question.filter((run) => run.text.trim() !== '') ?? [];
	return question[0]?.strong === true || question.at(-1)?.strong === true;
}

/** A first line that ends in a question mark: with bold at one of its ends, or with text on the next line. */
function lineQuestion(runs: readonly Run[]): Split | null {
	const [line] = linesOf(runs);
	if (line === undefined || !endsInQuestion(textOf(line.runs))) return null;
	const printed = line.runs.filter((run) => run.text.trim() !== '');
	const rest = runs.slice(line.next);
	return hasText(rest) || printed[0]?.strong || printed.at(-1)?.strong
		? { before: [], question: line.runs, rest }
		: null;
}

/** A bold first line without its question mark, in the words of a question and with the answer below. */
function unmarkedQuestion(runs: readonly Run[], readers: readonly Language[]): Split | null {
	const [line] = linesOf(runs);
	if (line === undefined || !line.runs.every((run) => run.strong || run.text.trim() === '')) return null;
	const [form, rest] = [labelForm(textOf(line.runs)), runs.slice(line.next)];
	if (!hasText(rest) || firstEntry(readers, ({ questions }) => questions, form) === null) return null;
	return { before: [], question: line.runs, rest };
}

/** A line that ends in a question mark, on pages that lost their bold. */
function plainQuestion(runs: readonly Run[]): Split | null {
	for (const line of linesOf(runs)) {
		if (!hasText(line.runs) || !endsInQuestion(textOf(line.runs))) continue;
		return { before: runs.slice(0, line.from), question: line.runs, rest: runs.slice(line.next) };
	}
	return null;
}

function makeEntry(
	question: string,
	answer: readonly Block[],
	place: Place,
	section: Section,
	context: Context,
): FaqEntry {
	const entry: FaqEntry = {
		question,
		answer: blocksText(answer),
		section: pathOf(section, context.roots),
		vulnerability: vulnerabilityOf(section, context),
		line: context.lines.line(place.start),
	};
	context.trace.note(entry, 'question', place, 'questions', section.source);
	const [first, last] = [answer[0], answer.at(-1)];
	if (first !== undefined && last !== undefined)
		context.trace.note(entry, 'answer', { start: first.start, end: last.end }, 'questions');
	return entry;
}
