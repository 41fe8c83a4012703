import type { FaqEntry } from '../advisory/schema.ts';
import { isWithin, type Section } from '../outline/section.ts';
import { END_MATTER } from '../outline/section-rules.ts';
import { blocksText } from '../outline/section-text.ts';
import type { Block, Run } from '../page/block.ts';
import { linesOf } from '../page/lines.ts';
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
/** A question mark at the end; quotes, brackets and blanks behind it do not count. */
const ENDS_IN_QUESTION = /[?\uFF1F][\s\p{Pe}\p{Pf}"'\u00A0*]*$/u;

function readPairs(section: Section, context: Context): FaqEntry[] {
	if (END_MATTER.has(section.kind)) return [];
	const inFaq = isWithin(section, 'faq');
	const bold = pairsOf(section.blocks, inFaq ? (runs) => boldQuestion(runs) ?? partlyBoldQuestion(runs) : boldQuestion);
	const pairs = bold.length === 0 && inFaq ? pairsOf(section.blocks, plainQuestion) : bold;
	const heading = inFaq && section.kind !== 'faq' && section.title !== null && ENDS_IN_QUESTION.test(section.title);
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

function pairsOf(blocks: readonly Block[], findQuestion: (runs: readonly Run[]) => Split | null): Pair[] {
	const pairs: Pair[] = [];
	for (const block of blocks) {
		const last = pairs.at(-1);
		if (block.kind !== 'paragraph') {
			last?.answer.push(block);
			continue;
		}
		let runs = block.runs;
		const asks = runs.some((run) => QUESTION_MARK.test(run.text));
		for (
			let split = asks ? findQuestion(runs) : null;
			split !== null;
			split = findQuestion(runs) ?? laterQuestion(runs)
		) {
			if (hasText(split.before)) pairs.at(-1)?.answer.push({ ...block, runs: split.before });
			pairs.push({ question: split.question, answer: [] });
			runs = split.rest;
			if (!hasText(runs)) break;
		}
		if (hasText(runs))
			pairs
				.at(-1)
				?.answer.push(
					runs === block.runs ? block : { ...block, item: pairs.at(-1)?.answer.length ? block.item : null, runs },
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
			const head = { ...run, text: mark[0], end: run.start + mark[0].length };
			const tail = { ...run, text: run.text.slice(mark[0].length), start: run.start + mark[0].length };
			return { before: [], question: [...runs.slice(0, index), head], rest: [tail, ...runs.slice(index + 1)] };
		}
		if (!blank) end = index + 1;
		const next = runs.slice(index + 1).find((other) => other.kind !== 'text' || other.text.trim() !== '');
		const lineEnds = next === undefined || next.kind === 'break' || next.kind === 'soft' || !next.strong;
		if (!blank && lineEnds && ENDS_IN_QUESTION.test(textOf(runs.slice(0, end)))) {
			return { before: [], question: runs.slice(0, end), rest: runs.slice(end) };
		}
	}
	return null;
}

/** A bold question that fills a line below the first, in a paragraph that holds a question already. */
function laterQuestion(runs: readonly Run[]): Split | null {
	for (const line of linesOf(runs).slice(1)) {
		const split = boldQuestion(runs.slice(line.from));
		const next = split?.rest[0]?.kind;
		if (split === null || (next !== 'break' && next !== 'soft')) continue;
		return { ...split, before: runs.slice(0, line.from) };
	}
	return null;
}

/** A first line that ends in bold and in a question mark: its bold begins late, or is broken by a link. */
function partlyBoldQuestion(runs: readonly Run[]): Split | null {
	const [line] = linesOf(runs);
	if (line === undefined || line.next > runs.length || !ENDS_IN_QUESTION.test(textOf(line.runs))) return null;
	const last = line.runs.findLast((run) => run.text.trim() !== '');
	return last?.strong ? { before: [], question: line.runs, rest: runs.slice(line.next) } : null;
}

/** A line that ends in a question mark, on pages that lost their bold. */
function plainQuestion(runs: readonly Run[]): Split | null {
	for (const line of linesOf(runs)) {
		if (!hasText(line.runs) || !ENDS_IN_QUESTION.test(textOf(line.runs))) continue;
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
