// The disagreements of the scorer as a list for readers: by measure, each with the page's line and both values.
import { lineOfPrint } from './printed.js';

/** Measures whose misses are ids that can be looked for in the page. */
const IDS = new Set(['kbRecall', 'cveRecall']);

/**
 * @param facts by path
 * @param sourceOf the text of the page with this path
 */
export function truthList(disagreements, facts, sourceOf) {
	const groups = new Map();
	for (const found of disagreements) groups.set(found.measure, [...(groups.get(found.measure) ?? []), found]);
	return [...groups]
		.map(([measure, list]) => {
			const lines = list.flatMap((found) => linesOf(found, facts.get(found.path), sourceOf));
			return `${measure}: ${list.length} pages\n${lines.map((line) => `  ${line}\n`).join('')}`;
		})
		.join('\n');
}

function linesOf({ path, measure, ...found }, page, sourceOf) {
	const row = (kb) => page.rows.find((candidate) => candidate.kb.includes(kb))?.line ?? page.title;
	if (IDS.has(measure)) return found.missing.map((id) => missingId(path, id, page, sourceOf(path)));
	if (found.bad !== undefined) {
		return found.bad.map(({ expected, found: value, ...where }) =>
			[
				`${path}:${row(where.kb)}`,
				Object.values(where).join(' '),
				`page ${show(value)}`,
				`truth ${show(expected)}`,
			].join('  '),
		);
	}
	for (const side of ['missing', 'extra']) {
		if (found[side] === undefined) continue;
		const whose = side === 'missing' ? 'only in the truth' : 'only on the page';
		return found[side].map((pair) => `${path}:${row(pair.split('|')[0])}  ${pair}  ${whose}`);
	}
	const line = { published: page.published.line, bulletinSeverity: page.severity.line }[measure] ?? page.title;
	return [`${path}:${line}  page ${show(found.found)}  truth ${show(found.expected)}`];
}

function missingId(path, id, page, source) {
	const line = lineOfPrint(source, id);
	const where = line === null ? 'not printed on the page' : 'printed there, not in the record';
	return `${path}:${line ?? page.title}  ${id}  ${where}`;
}

const show = (value) =>
	value === undefined ? 'nothing' : Array.isArray(value) ? `[${value.join(' ')}]` : String(value);
