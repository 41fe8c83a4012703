// npm run bench: see README.md beside this file.
import { compareWorkers, measureStarts } from './commands.js';
import { comparePageSizes } from './page-sizes.js';
import { compareParsers } from './parsers.js';
import { bytes, folder, pages, ROUNDS } from './sample.js';

console.log(
	`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB of ${folder}, ${ROUNDS} rounds, Node ${process.version}\n`,
);
const bare = await compareParsers();
console.log('');
compareWorkers(bare);
console.log('');
comparePageSizes();
console.log('');
measureStarts();
