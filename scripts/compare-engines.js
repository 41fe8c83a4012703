// node scripts/compare-engines.js [folder] [step]: the pages on which the two engines give other records, with the first
// place where they differ. The folder is TECHNET_ARCHIVE where none is named; every `step`-th page is read (1: all).
import { openSources, readSources } from '../dist/archive/sources.js';
import { engine as satteri } from '../dist/page/engine-satteri.js';
import { engine as unified } from '../dist/page/engine-unified.js';
import { parseAdvisory } from '../dist/parse-advisory.js';

const [folder = process.env.TECHNET_ARCHIVE, step = '1'] = process.argv.slice(2);
if (!folder) {
	console.error('name a folder, or set TECHNET_ARCHIVE');
	process.exit(2);
}

/** What stands around the first letter that differs. */
function firstDifference(one, other) {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
}

const read = (content, path, engine) => JSON.stringify(parseAdvisory(content, { path, engine }));

let pages = 0;
let seen = 0;
const differing = [];
for await (const { path, content } of readSources(await openSources([folder]))) {
	if (seen++ % Number(step) !== 0 || content === undefined) continue;
	pages += 1;
	const one = read(content, path, satteri);
	const other = read(content, path, unified);
	if (one === other) continue;
	differing.push(path);
	const [left, right] = firstDifference(one, other);
	console.log(`${path}\n  satteri  ${left}\n  unified  ${right}`);
}
const share = (100 * (pages - differing.length)) / pages;
console.log(`${pages} pages, ${differing.length} differ: ${share.toFixed(2)} % equal`);
