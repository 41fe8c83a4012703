import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { advisorySchema } from '../../dist/advisory/schema.js';
import { parseAdvisory } from '../../dist/index.js';
import { factsOf } from './facts.js';

const PAGE = /\.(?:md|markdown|html?)$/i;
const FOLDER_OF_LOCALE = /^[a-z]{2,3}-[a-z]{2,4}$/i;

/**
 * Normalizes the pages of a folder one after the other into a file of records (NDJSON), and keeps their facts.
 * A page that makes the program throw is told, and the next one is read.
 */
export async function normalize({ folder, locales, kind }, file) {
	const run = { pages: 0, facts: [], rejected: [], thrown: [], invalid: [] };
	const out = createWriteStream(file);
	for (const path of pagesOf(folder, locales)) {
		const advisory = readRecord(folder, path, run);
		if (advisory === null || !isWanted(advisory.record, locales, kind)) continue;
		const { record, lines } = advisory;
		const { error } = advisorySchema.safeParse(record);
		if (error !== undefined) run.invalid.push(`${path}: ${error.issues[0].path.join('/')} ${error.issues[0].message}`);
		run.facts.push(factsOf(record, lines));
		const { sections: _, links: __, ...kept } = record;
		if (!out.write(`${JSON.stringify(kept)}\n`)) await once(out, 'drain');
	}
	out.end();
	await finished(out);
	return run;
}

function pagesOf(folder, locales) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => PAGE.test(path) && mayHaveLocale(path, locales))
		.sort();
}

/** A folder that is named like a locale saves reading the pages of the others. */
function mayHaveLocale(path, locales) {
	const tags = path.split('/').filter((step) => FOLDER_OF_LOCALE.test(step));
	return locales.size === 0 || tags.length === 0 || tags.some((tag) => locales.has(tag.toUpperCase()));
}

const isWanted = (record, locales, kind) =>
	(kind === null || record.kind === kind) && (locales.size === 0 || locales.has(record.locale.toUpperCase()));

function readRecord(folder, path, run) {
	run.pages += 1;
	try {
		const { advisory, diagnostics, trace } = parseAdvisory(readFileSync(join(folder, path)), { path, trace: true });
		if (advisory === null) {
			run.rejected.push(`${path}: ${diagnostics[0].rule}`);
			return null;
		}
		const line = (field) => trace[`/${field}`]?.line;
		// a page without a date of publication mostly prints that of its update
		const published = line('published') ?? line('updated');
		return { record: advisory, lines: { title: line('title'), published, severity: line('severity') } };
	} catch (error) {
		run.thrown.push(`${path}: ${error.stack}`);
		return null;
	}
}
