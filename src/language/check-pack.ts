import type { LocalePack } from './pack.ts';

const isTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '');
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const LISTS = ['version', 'versions', 'remarks', 'articles', 'footers'] as const;
const TABLES = ['headings', 'labels', 'columns', 'severity', 'impact', 'cells'] as const;
const OPTIONAL_TABLES = ['questions', 'restart', 'downloadNotes'] as const;

/**
 * Checks that a value has the shape of a locale pack.
 * @throws {TypeError} that names the part of the pack which is wrong
 */
export function checkPack(value: unknown): LocalePack {
	const refuse = (path: string, expected: string): never => {
		throw new TypeError(`locale pack: ${path} must be ${expected}`);
	};
	if (!isRecord(value)) return refuse('the pack', 'an object');
	if (typeof value.locale !== 'string' || !/^[a-z]{2,3}-[A-Z]{2}$/.test(value.locale))
		refuse('locale', 'a tag such as "de-DE"');
	if (typeof value.name !== 'string') refuse('name', 'a string');
	for (const key of LISTS) if (!isTexts(value[key])) refuse(key, 'a list of strings');
	for (const key of TABLES) {
		const table = value[key];
		if (!isRecord(table)) return refuse(key, 'an object');
		for (const [meaning, phrases] of Object.entries(table)) {
			if (!Array.isArray(phrases) || !phrases.every(isPhrase)) refuse(`${key}.${meaning}`, 'a list of texts');
		}
	}
	for (const key of OPTIONAL_TABLES) {
		const table = value[key];
		if (table === undefined) continue;
		if (!isRecord(table) || !Object.values(table).every(isTexts)) refuse(key, 'an object of lists of strings');
	}
	const { dateline, dates } = value;
	if (!isRecord(dateline) || !isTexts(dateline.published) || !isTexts(dateline.updated)) {
		return refuse('dateline', 'an object with the lists "published" and "updated"');
	}
	if (!isRecord(dates) || !isTexts(dates.templates)) return refuse('dates.templates', 'a list of strings');
	if (!Array.isArray(dates.months) || dates.months.length !== 12 || !dates.months.every(isTexts))
		refuse('dates.months', 'twelve lists of strings');
	if (!Array.isArray(dates.weekdays) || dates.weekdays.length !== 7) refuse('dates.weekdays', 'seven lists of strings');
	const orders = ['dmy', 'mdy', 'ymd'];
	const { numeric } = dates;
	if (!isRecord(numeric) || ![numeric.dateline, numeric.revision].every((order) => orders.includes(order as string))) {
		refuse('dates.numeric', 'an object with the orders of "dateline" and "revision"');
	}
	const { products } = value;
	if (products !== undefined) {
		if (!isRecord(products)) return refuse('products', 'an object');
		for (const [role, words] of Object.entries(products)) {
			const lists = isRecord(words) ? Object.values(words) : [words];
			if (!lists.every(isTexts)) refuse(`products.${role}`, 'a list of strings, or an object of such lists');
		}
	}
	return value as unknown as LocalePack;
}

const isPhrase = (phrase: unknown): boolean =>
	(typeof phrase === 'string' && phrase !== '') ||
	(isRecord(phrase) && typeof phrase.text === 'string' && phrase.text !== '');
