// The list of rows in which the ground truth and pages differ, read by somebody: docs/truth-differences.tsv; and what
// pairRecall and rowPrecision are without them.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { listedLines } from './listed-lines.js';
import { columns } from './report.js';
import { scorer, truthFile } from './score.js';

const HEAD = [
	'document',
	'article',
	'pages',
	'only on the pages',
	'only in the truth',
	'place',
	'printed there',
	'why',
];

/**
 * The listed differences as a look-up: `isListed(side, id, locale, pair)`, where side is `pages` or `truth` and pair the
 * scorer's `article|product`; `left` gives those that nothing asked for.
 * Throws where a line has not as many cells as the head.
 */
export function readTruthDifferences(text) {
	const listed = new Map();
	for (const [id, article, pages, onPages, inTruth] of listedLines(text, HEAD, 'docs/truth-differences.tsv')) {
		for (const [side, products] of Object.entries({ pages: onPages, truth: inTruth })) {
			if (products === '-') continue;
			for (const product of products.split(' + '))
				for (const locale of pages.split(' ')) listed.set(keyOf(side, id, locale, `${article}|${product}`), false);
		}
	}
	return {
		isListed(...difference) {
			const key = keyOf(...difference);
			if (listed.has(key)) listed.set(key, true);
			return listed.has(key);
		},
		left: () => [...listed].filter(([, met]) => !met).map(([key]) => key.split('\t')),
	};
}

const keyOf = (side, id, locale, pair) => [side, id, locale.toLowerCase(), pair].join('\t');

/**
 * What the truth has of a page's rows and the record has not, and the other way round, less what is listed.
 * @param scored `{ missing, extra, pairs, printed }` of one page: pairs as the scorer counts them, and how many there are
 * @param byMark whether a missing pair is Server Core that only a footnote mark names
 */
export function withoutListed({ missing, extra, pairs, printed }, isListed, byMark) {
	const open = missing.filter((pair) => !byMark(pair));
	const unlisted = open.filter((pair) => !isListed('truth', pair));
	const wrong = extra.filter((pair) => !isListed('pages', pair));
	return {
		pairRecall: share(missing.length, pairs),
		withoutMarks: share(open.length, pairs - (missing.length - open.length)),
		withoutTruth: share(unlisted.length, pairs - (missing.length - unlisted.length)),
		rowPrecision: share(extra.length, printed),
		precisionWithoutTruth: share(wrong.length, printed - (extra.length - wrong.length)),
	};
}

const share = (misses, all) => (all > 0 ? 1 - misses / all : null);

/** The measures of all pages of a file of records, by locale and of all; `null` where the ground truth is not there. */
export async function rowMeasures(records, years, isListed) {
	if (scorer() === null) return null;
	const { adapt, indexTruth, scoreRecord } = await import(pathToFileURL(scorer()).href);
	const truth = indexTruth(readLines(truthFile('bulletins.jsonl')));
	const [from, to = from] = years?.split('-') ?? ['0000', '9999'];
	const sums = new Map();
	for (const record of readLines(records)) {
		const facts = truth.get(String(record.id).toUpperCase());
		if (facts === undefined || facts.published.slice(0, 4) < from || facts.published.slice(0, 4) > to) continue;
		const page = adapt(record);
		const { out, miss } = scoreRecord(page, facts, null);
		if (out.pairRecall === undefined) continue;
		const of = (measure, side) => miss.filter((found) => found.measure === measure).flatMap((found) => found[side]);
		const extra = of('rowPrecision', 'extra');
		const printed = out.rowPrecision === undefined ? 0 : extra.length === 0 ? 1 : extra.length / (1 - out.rowPrecision);
		const scored = { missing: of('pair', 'missing'), extra, pairs: facts.pairs.size, printed };
		const listed = (side, pair) => isListed(side, page.id, page.locale, pair);
		add(sums, page.locale, withoutListed(scored, listed, marked(record, page)));
	}
	return sums;
}

/** Whether a pair is Server Core, and the page has its product with a footnote in a row of the article. */
export const marked = (record, page) => (pair) => {
	const [kb, ...parts] = pair.split('|');
	if (parts[4] !== 'core') return false;
	const product = parts.with(4, '').join('|');
	return page.rows.some(
		({ kb: kbs, keys }, row) => kbs.has(kb) && keys.has(product) && record.affectedSoftware[row].footnotes.length > 0,
	);
};

function add(sums, locale, measures) {
	for (const key of [locale, 'all']) {
		const row = sums.get(key) ?? new Map(Object.keys(measures).map((name) => [name, { sum: 0, pages: 0 }]));
		sums.set(key, row);
		for (const [name, value] of Object.entries(measures)) {
			if (value === null) continue;
			row.get(name).sum += value;
			row.get(name).pages += 1;
		}
	}
}

const TITLES = {
	pairRecall: 'pairRecall',
	withoutMarks: '… but Server Core by mark',
	withoutTruth: '… and what is listed',
	rowPrecision: 'rowPrecision',
	precisionWithoutTruth: '… but what is listed',
};

/** As a table for readers: one line a locale, the mean of its pages. */
export function rowMeasuresTable(sums) {
	const head = ['locale', ...Object.values(TITLES)];
	const lines = [...sums]
		.sort(([one], [other]) => Number(one === 'all') - Number(other === 'all') || one.localeCompare(other, 'en'))
		.map(([locale, row]) => [
			locale,
			...[...row.values()].map(({ sum, pages }) => (pages > 0 ? `${(sum / pages).toFixed(4)} (${pages})` : '-')),
		]);
	return columns([head, ...lines]);
}

const readLines = (file) =>
	readFileSync(file, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
