import type { Advisory } from '../advisory/schema.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readLines } from './record-lines.ts';

/** What was noticed on pages, in a file of its own. */
export interface Notes {
	of(advisory: Advisory): Promise<readonly Diagnostic[]>;
}

/**
 * Reads a file of diagnostics beside the records. Both are written in one order: only what comes before its record is
 * held in memory.
 */
export function openNotes(file: string, name: string): Notes {
	const waiting = new Map<string, readonly Diagnostic[]>();
	const lines = readLines(file, name);
	return {
		of: async ({ key, source }) => {
			const wanted = `${key}\0${source.path ?? ''}`;
			while (!waiting.has(wanted)) {
				const next = await lines.next();
				if (next.done === true) return [];
				const { key, path, diagnostics } = next.value.value;
				waiting.set(`${key}\0${path ?? ''}`, Array.isArray(diagnostics) ? diagnostics : []);
			}
			const found = waiting.get(wanted) ?? [];
			waiting.delete(wanted);
			return found;
		},
	};
}
