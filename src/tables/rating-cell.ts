import type { Impact, RatingStatus, Severity } from '../advisory/words.ts';
import type { Collector } from '../diagnostic/collector.ts';
import { labelForm } from '../language/normal-form.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import { readImpactForm } from '../language/printed-impacts.ts';
import type { Run } from '../page/block.ts';
import { linesOf } from '../page/lines.ts';
import { textOf } from '../page/plain-text.ts';
import { type ReadProducts, readSystems } from '../products/read-product.ts';
import { areRoles } from '../products/system-role.ts';
import { rememberWith } from '../text/remember.ts';
import type { GridCell } from './grid.ts';

export interface CellRating {
	readonly status: RatingStatus;
	readonly severity: Severity | null;
	readonly impacts: readonly Impact[];
}

/** One rating of a cell, with the systems that it is about where the cell tells several apart. */
export interface RatingPart {
	readonly rating: CellRating;
	readonly systems: ReadProducts | null;
	/** As printed, without the colon. */
	readonly systemsText: string | null;
	/** Articles that stand in the cell. */
	readonly kbs: readonly string[];
}

/** Most cells of ratings, and most names that are asked whether they are ratings, are shorter. */
const LONGEST = 128;

const ARTICLE = /[(\uFF08[]\s*(?:KB\s?)?(\d{6,7})\s*[)\uFF09\]]/gi;

/**
 * Reads a cell of ratings: one rating, or several under lines that name systems (`Windows clients:`). None where a
 * rating cannot be read.
 */
export function readRatingParts(runs: readonly Run[], readers: readonly Language[]): RatingPart[] {
	const text = linesOf(runs)
		.map((line) => textOf(line.runs))
		.join('\n');
	return readParts(text, readers);
}

const readParts = rememberWith(partsOf, 4096, LONGEST);

/** `text`: the lines of a cell. */
function partsOf(text: string, readers: readonly Language[]): RatingPart[] {
	const printed = text.split('\n');
	const kbs = printed.flatMap((line) => [...line.matchAll(ARTICLE)].map((match) => match[1] as string));
	const lines = printed.map((line) => line.replace(ARTICLE, '').trim()).filter((line) => line !== '');
	const parts: RatingPart[] = [];
	let systems: Pick<RatingPart, 'systems' | 'systemsText'> = { systems: null, systemsText: null };
	let words: string[] = [];
	const end = () => {
		const rating = readLines(words, readers);
		if (rating !== null) parts.push({ rating, ...systems, kbs });
		words = [];
	};
	for (const line of lines) {
		const named = systemsOf(line, readers);
		if (named === null) words.push(line);
		else {
			end();
			systems = { systems: named, systemsText: line.replace(COLON, '') };
		}
	}
	end();
	return parts;
}

const COLON = /\s*[:\uFF1A]$/;

/** The systems that a line of a cell names: any product before a colon, without one only what stands for a role. */
function systemsOf(line: string, readers: readonly Language[]): ReadProducts | null {
	const name = line.replace(COLON, '');
	const named = readSystems(name, readers);
	if (named.products.length === 0) return null;
	return name !== line || areRoles(named.products) ? named : null;
}

/** The rating of lines that belong together; of lines that each are one, as `None` and `No severity rating`, the first. */
function readLines(lines: readonly string[], readers: readonly Language[]): CellRating | null {
	if (lines.length === 0) return null;
	const whole = readRating(lines.join(' '), readers);
	if (whole !== null || lines.length === 1) return whole;
	const each = lines.map((line) => readRating(line, readers));
	const severities = new Set(each.map((rating) => rating?.severity));
	return each.includes(null) || severities.size > 1 ? null : (each[0] ?? null);
}

/** As `readRatingParts`; words that are not understood are told. */
export function readRatingCell(
	{ cell, text }: GridCell,
	readers: readonly Language[],
	diagnostics: Collector,
): RatingPart[] {
	const parts = readRatingParts(cell.runs, readers);
	if (parts.length === 0 && !saysNoRating(text, readers)) {
		diagnostics.add('rating-unreadable', cell, { actual: text.slice(0, 120) });
	}
	return parts;
}

/** Whether a cell prints words that are no rating, and known to be none. */
function saysNoRating(text: string, readers: readonly Language[]): boolean {
	const form = labelForm(text);
	return readers.some(({ cells }) => lookUp(cells, form, ANYWHERE)?.meaning === 'notCritical');
}

/** What a cell says of a rating: severity, impact, both in one or either order, or that there is none to give. */
export const readRating = rememberWith(ratingOf, 4096, LONGEST);

function ratingOf(text: string, readers: readonly Language[]): CellRating | null {
	const form = labelForm(text);
	if (form === '') return null;
	for (const reader of readers) {
		const word = lookUp(reader.cells, form, ANYWHERE)?.meaning;
		if (word === 'notApplicable') return { status: 'not-applicable', severity: null, impacts: [] };
		if (word === 'notAffected') return { status: 'not-affected', severity: null, impacts: [] };
		const severity = lookUp(reader.severity, form, ANYWHERE)?.meaning;
		if (severity !== undefined) return { status: 'rated', severity, impacts: [] };
		const rating = splitRating(form, reader);
		if (rating !== null) return rating;
	}
	return null;
}

/** A rating and impacts that stand at once behind each other, in either order. */
function splitRating(form: string, reader: Language): CellRating | null {
	const impacts = readImpactForm(form, reader);
	if (impacts !== null) return { status: 'rated', severity: null, impacts };
	for (const [word, entries] of reader.severity.exact) {
		const severity = entries[0]?.meaning;
		if (severity === undefined || word.length >= form.length) continue;
		const rest = form.startsWith(word)
			? form.slice(word.length)
			: form.endsWith(word)
				? form.slice(0, -word.length)
				: null;
		const found = rest === null ? null : readImpactForm(labelForm(rest), reader);
		if (found !== null) return { status: 'rated', severity, impacts: found };
	}
	return null;
}
