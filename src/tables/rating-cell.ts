import type { Impact, RatingStatus, Severity } from '../advisory/words.ts';
import { labelForm } from '../language/normal-form.ts';
import { lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';

export interface CellRating {
	readonly status: RatingStatus;
	readonly severity: Severity | null;
	readonly impacts: readonly Impact[];
}

const ANYWHERE = { ancestors: [], kind: null } as const;

/** What a cell says of a rating: severity, impact, both in one or either order, or that there is none to give. */
export function readRating(text: string, readers: readonly Language[]): CellRating | null {
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

function readImpactForm(form: string, reader: Language): readonly Impact[] | null {
	const impact = lookUp(reader.impact, form, ANYWHERE)?.meaning;
	if (impact !== undefined) return [impact];
	const parts = form
		.split(/[,;/\u3001\uFF0C]/)
		.map(labelForm)
		.filter((part) => part !== '');
	if (parts.length < 2) return null;
	const impacts = parts.map((part) => lookUp(reader.impact, part, ANYWHERE)?.meaning);
	return impacts.every((found) => found !== undefined) ? [...new Set(impacts as Impact[])] : null;
}
