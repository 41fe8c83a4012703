import type { Replacement } from '../advisory/schema.ts';
import { bulletinId } from '../mentions/forms.ts';

const PART = /MS(\d\d)[-\u2010-\u2015]{1,2}(\d{3})|(?<![A-Z\d])(?:KB\s?)?(\d{6,7})(?!\d)/gi;

/**
 * Bulletins and articles that a "replaced" cell names: `MS15-025 (3035131)`, `3121918 in MS16-007`, one or the other.
 * The row's own articles stand there too, as what replaces, and those of rows that share the cell with it (`together`).
 * `SA2755801` is an advisory, no article.
 */
export function readReplaced(
	text: string,
	line: number,
	own: ReadonlySet<string> = new Set(),
	together: ReadonlySet<string> = own,
): Replacement[] {
	const printed = [...text.matchAll(PART)].map((match) => ({
		bulletin: match[1] === undefined ? null : bulletinId(match[1], match[2] as string),
		kb: match[3] ?? null,
		at: match.index,
	}));
	const isApart = (one: Part, other: Part): boolean =>
		text.slice(Math.min(one.at, other.at), Math.max(one.at, other.at)).includes('\n');
	const parts = replacedBy(printed, own, together, isApart);
	const replaced: Replacement[] = [];
	for (const [index, part] of parts.entries()) {
		if (part.kb !== null) {
			const bulletin = nearest(parts, index);
			replaced.push({ bulletin, kb: part.kb, line });
		} else if (!parts.some((other, at) => other.kb !== null && nearest(parts, at) === part.bulletin)) {
			replaced.push({ bulletin: part.bulletin, kb: null, line });
		}
	}
	return replaced;
}

interface Part {
	readonly bulletin: string | null;
	readonly kb: string | null;
	readonly at: number;
}

/**
 * What articles of a row replace: all but these, or, where the cell says of several what each replaces (`990801 in
 * MS99-801 is replaced by 990901`, or the other way round), what stands with one of the row's own.
 */
function replacedBy(
	parts: readonly Part[],
	own: ReadonlySet<string>,
	together: ReadonlySet<string>,
	isApart: (one: Part, other: Part) => boolean,
): Part[] {
	const isNew = ({ kb }: Part): boolean => kb !== null && (own.has(kb) || together.has(kb));
	const isForeign = (part: Part): boolean => isNew(part) && !own.has(part.kb as string);
	const [first] = parts;
	const step = first !== undefined && isNew(first) ? -1 : 1;
	return parts.filter((part, index) => {
		if (isNew(part)) return false;
		if (!parts.some(isForeign)) return true;
		let at = index;
		while (at in parts && !isNew(parts[at] as Part)) at += step;
		const by: Part[] = [];
		for (; at in parts && isNew(parts[at] as Part); at += step) {
			if (by[0] !== undefined && isApart(by[0], parts[at] as Part)) break;
			by.push(parts[at] as Part);
		}
		return by.length === 0 || !by.every(isForeign);
	});
}

/** The bulletin that a number belongs to: the one next to it, where bulletins and numbers alternate. */
function nearest(parts: readonly Part[], index: number): string | null {
	const first = parts[0];
	const step = first !== undefined && first.bulletin !== null ? -1 : 1;
	for (let at = index; at >= 0 && at < parts.length; at += step) {
		const bulletin = parts[at]?.bulletin;
		if (bulletin) return bulletin;
	}
	return null;
}
