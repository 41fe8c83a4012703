// npm run conformance: records against the ground truth, and translations against each other. See docs/ground-truth.md.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { HELP, readArguments } from './arguments.js';
import { compareDocument, judge, tally } from './compare-documents.js';
import { groupByDocument } from './facts.js';
import { normalize } from './normalize.js';
import { entryOf, lookUp, readDifferences } from './page-differences.js';
import { isPrintedIn } from './printed.js';
import { agreementTable, differenceText } from './report.js';
import { score } from './score.js';
import { readTruthDifferences, rowMeasures, rowMeasuresTable } from './truth-differences.js';
import { truthList } from './truth-list.js';

/** Disagreements that are printed; the files have all. */
const SHOWN = 20;
const TRUTH_LISTED = new URL('../../docs/truth-differences.tsv', import.meta.url);
const LISTED = new URL('../../docs/page-differences.tsv', import.meta.url);

async function main(options) {
	const { folder, out, years } = options;
	mkdirSync(out, { recursive: true });
	const place = (name) => join(out, name);
	const write = (name, text) => {
		writeFileSync(place(name), text);
		console.log(`  all of them: ${relative('.', place(name))}`);
	};
	const scratch = mkdtempSync(join(tmpdir(), 'conformance-'));
	try {
		const records = options.records ?? join(scratch, 'records.ndjson');
		const run = await normalize(options, records);
		tellRun(run);
		const sourceOf = (path) => readFileSync(join(folder, path), 'utf8');
		tellScore(score(records, join(scratch, 'details.ndjson'), years), run.facts, sourceOf, write);
		await tellRows(records, years);
		tellComparison(run.facts, sourceOf, write);
	} finally {
		rmSync(scratch, { recursive: true });
	}
}

function tellRun({ pages, facts, rejected, thrown, invalid }) {
	console.log(`${pages} pages read, ${facts.length} records compared, ${rejected.length} rejected`);
	console.log(`${thrown.length} exceptions, ${invalid.length} records that are not valid`);
	for (const line of [...thrown, ...invalid].slice(0, SHOWN)) console.log(`  ${line}`);
	if (thrown.length + invalid.length > 0) process.exitCode = 1;
}

function tellScore(scored, facts, sourceOf, write) {
	console.log('\nAgainst the ground truth');
	if (scored === null) return console.log('  left out: ../shared/ground-truth is not there');
	console.log(scored.table);
	const byPath = new Map(facts.map((page) => [page.path, page]));
	write('truth.txt', truthList(scored.disagreements, byPath, sourceOf));
}

/** The score of rows without what somebody has read and listed. */
async function tellRows(records, years) {
	const { isListed, left } = readTruthDifferences(readFileSync(TRUTH_LISTED, 'utf8'));
	const measures = await rowMeasures(records, years, isListed);
	if (measures === null) return;
	console.log('\nRows against the ground truth, without what docs/truth-differences.tsv lists');
	console.log(rowMeasuresTable(measures));
	const read = new Set(measures.keys());
	const old = left().filter(([, , locale]) => read.has(locale));
	for (const [side, ...difference] of old.slice(0, SHOWN)) {
		console.log(`listed, but no longer met: only in ${side}: ${difference.join(' ')}`);
	}
}

function tellComparison(facts, sourceOf, write) {
	const groups = groupByDocument(facts).filter(({ pages }) => pages.length > 1);
	const list = lookUp(readDifferences(readFileSync(LISTED, 'utf8')));
	const isPrinted = (path, id) => isPrintedIn(sourceOf(path), id);
	const compared = groups.flatMap(compareDocument).map((entry) => ({
		...entry,
		differences: entry.differences.map((difference) => judge(difference, isPrinted, list.isListed)),
	}));
	const states = new Map(groups.map(({ id, pages }) => [id, new Set(pages.map((page) => page.revisions)).size === 1]));
	console.log(`\nTranslations against each other: ${groups.length} documents of two pages or more`);
	console.log(agreementTable(tally(compared, states)));
	// what differs between pages of one revision state is the likelier error of the program
	const all = compared
		.flatMap(({ differences }) => differences)
		.sort((one, other) => Number(other.sameRevision) - Number(one.sameRevision));
	const open = all.filter(({ stands }) => stands === null);
	console.log(`\n${open.length} disagreements, ${all.length - open.length} differences that stand in the pages`);
	for (const difference of open.slice(0, SHOWN)) console.log(differenceText(difference));
	write('translations.txt', all.map((difference) => `${differenceText(difference)}\n`).join('\n'));
	// lines for docs/page-differences.tsv: whoever has read both pages adds the reason
	write('translations.tsv', open.map((difference) => `${Object.values(entryOf(difference)).join('\t')}\t\n`).join(''));
	const read = new Set(facts.map(({ path }) => path));
	const isRead = (place) => read.has(place.replace(/:[0-9]+$/, ''));
	for (const { document, measure, place, 'other place': other } of list.left()) {
		if (isRead(place) && isRead(other))
			console.log(`listed, but no longer met: ${document} ${measure} ${place} ${other}`);
	}
}

try {
	const options = readArguments(process.argv.slice(2), process.env);
	if (options.help) console.log(HELP);
	else await main(options);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
