import { casedTag } from './identity/page-locale.ts';
import { checkPack } from './language/check-pack.ts';
import { mergePacks } from './language/merge-packs.ts';
import type { LocalePack } from './language/pack.ts';
import { LIMITS } from './limits.ts';
import { LOCALES } from './locales/index.ts';
import type { ParseOptions } from './options.ts';

const KEYS = ['path', 'locale', 'format', 'engine', 'packs', 'limits', 'trace'];

/**
 * Checks the options of `parseAdvisory` at the door.
 * @throws {TypeError} where one has the wrong type or value, or a name that does not exist
 */
export function checkOptions(options: ParseOptions): void {
	const refuse = (name: string, expected: string): never => {
		throw new TypeError(`option "${name}" must be ${expected}`);
	};
	for (const key of Object.keys(options)) if (!KEYS.includes(key)) throw new TypeError(`there is no option "${key}"`);
	const { path, locale, format, engine, packs, limits, trace } = options;
	if (path !== undefined && typeof path !== 'string') refuse('path', 'a string');
	if (locale !== undefined && (typeof locale !== 'string' || casedTag(locale) === null))
		refuse('locale', 'a language tag such as "zh-TW"');
	if (format !== undefined && format !== 'markdown' && format !== 'html') refuse('format', '"markdown" or "html"');
	if (engine !== undefined && typeof engine !== 'function') refuse('engine', 'a function from text to an mdast root');
	if (packs !== undefined && !Array.isArray(packs)) refuse('packs', 'a list of locale packs');
	if (limits !== undefined) {
		if (typeof limits !== 'object' || limits === null || Array.isArray(limits))
			refuse('limits', 'an object of numbers');
		for (const [name, limit] of Object.entries(limits)) {
			if (!Object.hasOwn(LIMITS, name)) throw new TypeError(`there is no option "limits.${name}"`);
			if (!Number.isSafeInteger(limit) || limit < 1) refuse(`limits.${name}`, 'a whole number above 0');
		}
	}
	if (trace !== undefined && typeof trace !== 'boolean') refuse('trace', 'a boolean');
}

const checked = new WeakMap<readonly LocalePack[], readonly LocalePack[]>();

/** The built-in packs with the given ones laid over those of the same locale. */
export function effectivePacks(packs: readonly LocalePack[] | undefined): readonly LocalePack[] {
	if (packs === undefined || packs.length === 0) return LOCALES;
	let effective = checked.get(packs);
	if (effective === undefined) {
		for (const pack of packs) checkPack(pack);
		effective = packs.reduce(layOver, LOCALES);
		checked.set(packs, effective);
	}
	return effective;
}

function layOver(packs: readonly LocalePack[], pack: LocalePack): readonly LocalePack[] {
	const known = packs.findIndex(({ locale }) => locale === pack.locale);
	return known < 0 ? [...packs, pack] : packs.with(known, mergePacks(packs[known] as LocalePack, pack));
}
