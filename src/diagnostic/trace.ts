import type { Place } from '../text/place.ts';

export interface Note {
	readonly place: Place;
	/** Name of the reader. */
	readonly rule: string;
	/** Pack entry. */
	readonly source: string | null;
}

/** Where values come from: noted once, where they are made, by owner and key. */
export interface Trace {
	note(owner: object, key: string, place: Place | null, rule: string, source?: string | null): void;
}

/** For runs that ask for no trace. */
export const noTrace: Trace = { note: () => {} };

export interface KeptTrace extends Trace {
	/** The notes by JSON pointer into `root`, in the order of its keys. */
	pointers(root: object): [string, Note][];
}

export function keepTrace(): KeptTrace {
	const notes = new Map<object, Map<string, Note>>();
	return {
		note(owner, key, place, rule, source = null) {
			if (place === null) return;
			const keys = notes.get(owner) ?? new Map<string, Note>();
			notes.set(owner, keys.set(key, { place, rule, source }));
		},
		pointers(root) {
			const found: [string, Note][] = [];
			const stack: [string, unknown][] = [['', root]];
			for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
				const [path, value] = entry;
				if (typeof value !== 'object' || value === null) continue;
				for (const [key, note] of notes.get(value) ?? []) found.push([`${path}/${key}`, note]);
				for (const [key, child] of Object.entries(value).reverse()) stack.push([`${path}/${key}`, child]);
			}
			return found;
		},
	};
}
