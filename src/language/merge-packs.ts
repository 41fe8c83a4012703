import type { LocalePack } from './pack.ts';

/** A pack with the words of another one laid over it: the other's come first in every list, and settle what is no list. */
export const mergePacks = (base: LocalePack, over: LocalePack): LocalePack => merge(base, over) as LocalePack;

function merge(base: unknown, over: unknown): unknown {
	if (over === undefined) return base;
	if (Array.isArray(base) && Array.isArray(over)) return mergeLists(base, over);
	if (!isRecord(base) || !isRecord(over)) return over;
	const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
	return Object.fromEntries([...keys].map((key) => [key, merge(base[key], over[key])]));
}

/** Lists of words are united; lists of lists, as months are, are united one by one. */
function mergeLists(base: readonly unknown[], over: readonly unknown[]): unknown[] {
	if (base.some(Array.isArray) || over.some(Array.isArray)) {
		return Array.from({ length: Math.max(base.length, over.length) }, (_, index) => merge(base[index], over[index]));
	}
	const printed = new Set(over.map((entry) => JSON.stringify(entry)));
	return [...over, ...base.filter((entry) => !printed.has(JSON.stringify(entry)))];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
