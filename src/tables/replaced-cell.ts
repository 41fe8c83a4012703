import type { Replacement } from '../advisory/schema.ts';
import { bulletinId } from '../mentions/forms.ts';

const PART = /MS(\d\d)[-\u2010-\u2015]{1,2}(\d{3})|(?<![A-Z\d])(?:KB\s?)?(\d{6,7})(?!\d)/gi;

/**
 * Bulletins and articles that a "replaced" cell names: `MS15-025 (3035131)`, `3121918 in MS16-007`, one or the other.
 * The row's own articles stand there too, as what replaces.
 * `SA2755801` is an advisory, no article.
 */
export function readReplaced(text: string, line: number, own: ReadonlySet<string> = new Set()): Replacement[] {
	const parts = [...text.matchAll(PART)]
		.map((match) => ({
			bulletin: match[1] === undefined ? null : bulletinId(match[1], match[2] as string),
			kb: match[3] ?? null,
			at: match.index,
		}))
		.filter(({ kb }) => kb === null || !own.has(kb));
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
