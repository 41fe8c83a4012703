import type { Replacement } from '../advisory/schema.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { readKeyValues } from './key-values.ts';

/** What the page's updates replace: what the table of references, the rows and labelled lines say, each once. */
export const replacementsReader: FieldReader = {
	name: 'replacements',
	read(context) {
		const { tables } = context;
		const found = new Map<string, Replacement>();
		const rows = [...tables.affected, ...tables.notAffected];
		for (const replaced of [...tables.replaced, ...rows.flatMap((row) => row.replaces)]) {
			const key = `${replaced.bulletin} ${replaced.kb}`;
			if (!found.has(key)) found.set(key, { ...replaced });
		}
		const named = new Set([...found.values()].map(({ bulletin }) => bulletin));
		const labelled = labelledReplacements(context).filter(({ bulletin }) => !named.has(bulletin));
		return [candidate('replaces', [...found.values(), ...labelled])];
	},
};

/** The bulletins that a line such as `Security Update Replacement: MS05-038` names. */
function labelledReplacements(context: Context): Replacement[] {
	const lines = readKeyValues(context).filter(({ role }) => role === 'replaces');
	const found = new Map<string, Replacement>();
	for (const { place, source } of lines) {
		for (const { kind, id, start, end } of context.mentions) {
			if (kind !== 'bulletin' || id === context.identity.id || found.has(id)) continue;
			if (start < place.start || end > place.end) continue;
			const replacement: Replacement = { bulletin: id, kb: null, line: context.lines.line(start) };
			context.trace.note(replacement, 'bulletin', { start, end }, 'replacements', source);
			found.set(id, replacement);
		}
	}
	return [...found.values()];
}
