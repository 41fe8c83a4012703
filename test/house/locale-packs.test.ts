import { describe, expect, test } from 'vitest';
import { IMPACTS, SECTION_KINDS, SEVERITIES } from '../../src/advisory/words.ts';
import { checkPack } from '../../src/language/check-pack.ts';
import { nameTokens } from '../../src/language/name-tokens.ts';
import { labelForm, wordForm } from '../../src/language/normal-form.ts';
import type { LocalePack, Phrase } from '../../src/language/pack.ts';
import { LOCALES } from '../../src/locales/index.ts';

type Table = Readonly<Record<string, readonly Phrase[]>>;

/** The tables of a pack in which a text is looked up: role, meaning, texts. */
function rolesOf(pack: LocalePack): Readonly<Record<string, Table>> {
	const { headings, labels, columns, severity, impact, cells, remarks, dateline, version, articles, versions } = pack;
	const lines = { ...dateline, version };
	return {
		headings,
		labels,
		columns,
		severity,
		impact,
		cells,
		lines,
		remarks: { remarks },
		articles: { articles },
		versions: { versions },
	};
}

/** What the look-up compares: the label form, the slot, the conditions. */
function keyOf(phrase: Phrase): string {
	if (typeof phrase === 'string') return labelForm(phrase);
	const conditions = [phrase.under, phrase.in].map((list) => (list === undefined ? '' : [...list].sort().join(',')));
	return [labelForm(phrase.text), ...conditions].filter((part) => part !== '').join(' | ');
}

function doubles(table: Table): string[] {
	const seen = new Map<string, string>();
	return Object.entries(table).flatMap(([meaning, phrases]) =>
		phrases.flatMap((phrase) => {
			const key = keyOf(phrase);
			const first = seen.get(key);
			seen.set(key, first ?? meaning);
			return first === undefined ? [] : [`${key}: ${first}, ${meaning}`];
		}),
	);
}

test('the packs stand in the order of their tags', () => {
	const tags = LOCALES.map(({ locale }) => locale);
	expect(tags).toEqual([...new Set(tags)].sort());
});

describe.each(LOCALES.map((pack) => [pack.locale, pack] as const))('%s', (locale, pack) => {
	test('has the shape of a pack', () => {
		expect(checkPack(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
	});

	test.each(Object.entries(rolesOf(pack)))('%s: no text stands twice', (_, table) => {
		expect(doubles(table)).toEqual([]);
	});

	test('no phrase of product names stands twice', () => {
		const seen = new Map<string, string>();
		const twice: string[] = [];
		for (const [kind, value] of Object.entries(pack.products ?? {})) {
			for (const [meaning, texts] of Object.entries(Array.isArray(value) ? { '': value } : value)) {
				for (const text of texts as readonly string[]) {
					const key = nameTokens(text)
						.tokens.map((token) => token.text)
						.join(' ');
					const owner = `${kind} ${meaning}`.trimEnd();
					if (seen.has(key)) twice.push(`${text}: ${seen.get(key)}, ${owner}`);
					else seen.set(key, owner);
				}
			}
		}
		expect(twice).toEqual([]);
	});

	test('knows no meaning that the contract does not', () => {
		const strays = (table: object, words: readonly string[]) =>
			Object.keys(table).filter((meaning) => !words.includes(meaning));
		expect(strays(pack.headings, SECTION_KINDS)).toEqual([]);
		expect(strays(pack.labels, SECTION_KINDS)).toEqual([]);
		expect(strays(pack.severity, SEVERITIES)).toEqual([]);
		expect(strays(pack.impact, IMPACTS)).toEqual([]);
	});

	test('a text has at most one slot for words', () => {
		const texts = Object.values(rolesOf(pack)).flatMap((table) => Object.values(table).flat());
		const printed = texts.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text));
		expect(printed.filter((text) => text.split('{any}').length > 2)).toEqual([]);
	});

	test('no month has the name of another, and Intl agrees', () => {
		const { months } = pack.dates;
		const owner = new Map<string, number>();
		for (const [index, names] of months.entries()) {
			for (const name of names) {
				expect(owner.get(wordForm(name)) ?? index, name).toBe(index);
				owner.set(wordForm(name), index);
			}
		}
		const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
		for (let month = 0; month < 12; month++) {
			const printed = format.formatToParts(Date.UTC(2001, month, 15)).find(({ type }) => type === 'month')?.value ?? '';
			// a numeral needs no name
			if (!/^\d+$/.test(printed.normalize('NFKC').replace(/\D+$/, '')))
				expect(owner.get(wordForm(printed))).toBe(month);
		}
	});
});
