import type { Replacement } from '../advisory/schema.ts';
import { candidate, type FieldReader } from './candidate.ts';

/** What the page's updates replace: what the table of references and the rows say, each once. */
export const replacementsReader: FieldReader = {
	name: 'replacements',
	read({ tables }) {
		const found = new Map<string, Replacement>();
		const rows = [...tables.affected, ...tables.notAffected];
		for (const replaced of [...tables.replaced, ...rows.flatMap((row) => row.replaces)]) {
			const key = `${replaced.bulletin} ${replaced.kb}`;
			if (!found.has(key)) found.set(key, { ...replaced });
		}
		return [candidate('replaces', [...found.values()])];
	},
};
