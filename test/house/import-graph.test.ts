import { expect, test } from 'vitest';
import { IMPORTS, type Import, SOURCE_FILES } from './source-files.ts';

/** The stages in the order in which data flows: a file imports from its own stage and from earlier ones. */
const STAGES = [
	'text',
	'page',
	'mentions',
	'identity',
	'language',
	'locales',
	'advisory',
	'envelope',
	'outline',
	'products',
	'tables',
	'fields',
	'checks',
	'parse-advisory',
	'coverage',
	'record-diff',
	'archive',
	'index',
	'search',
	'cli',
];

/** Files beside the folders, and the stage that they belong to. */
const TOP_FILES: Readonly<Record<string, string>> = {
	'parse-advisory.ts': 'parse-advisory',
	'check-options.ts': 'parse-advisory',
	'options.ts': 'parse-advisory',
	'explain-advisory.ts': 'parse-advisory',
	'building-blocks.ts': 'parse-advisory',
	'index-portable.ts': 'index',
	'index.ts': 'index',
};

/** Small modules that every stage may import; they import nothing but each other. */
const isLeaf = (path: string): boolean =>
	path.startsWith('diagnostic/') || path === 'text/place.ts' || path === 'advisory/words.ts' || path === 'limits.ts';

/** Edges against the order, each with its reason; only imports of types may stand here. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		['engine-node', 'engine-satteri', 'engine-unified', 'markdown-blocks', 'read-page'].map((name) => [
			`page/${name}.ts > options.ts`,
			'type only: what an engine is belongs to the options, through which callers pass one',
		]),
	),
	'diagnostic/collector.ts > text/text.ts':
		'type only: lines and columns are computed at the edge, by the index that is passed in',
};

const stageOf = (path: string): string => TOP_FILES[path] ?? path.split('/')[0] ?? '';
const isInside = ({ to }: Import): boolean => to.endsWith('.ts');
const nameOf = ({ from, to }: Import): string => `${from} > ${to}`;

function isAllowed(edge: Import): boolean {
	if (isLeaf(edge.to)) return true;
	if (edge.typeOnly && nameOf(edge) in EXCEPTIONS) return true;
	return !isLeaf(edge.from) && STAGES.indexOf(stageOf(edge.to)) <= STAGES.indexOf(stageOf(edge.from));
}

/** All that is loaded with a file. */
function loadedWith(entry: string): Set<string> {
	const found = new Set([entry]);
	for (const path of found) {
		for (const { from, to, typeOnly } of IMPORTS) if (from === path && !typeOnly) found.add(to);
	}
	return found;
}

test('every file belongs to a stage', () => {
	const strays = SOURCE_FILES.filter(({ path }) => !isLeaf(path) && !STAGES.includes(stageOf(path)));
	expect(strays.map(({ path }) => path)).toEqual([]);
});

test('imports go from later stages to earlier ones', () => {
	const edges = IMPORTS.filter(isInside);
	expect(edges.length).toBeGreaterThan(100);
	expect(
		edges.filter((edge) => !isAllowed(edge)).map((edge) => nameOf(edge) + (edge.typeOnly ? ' (type)' : '')),
	).toEqual([]);
});

test('no exception is left over', () => {
	const edges = new Set(IMPORTS.map(nameOf));
	expect(Object.keys(EXCEPTIONS).filter((name) => !edges.has(name))).toEqual([]);
});

test('only the folders that touch files import from node', () => {
	const strays = IMPORTS.filter(({ to }) => to.startsWith('node:')).filter(
		({ from }) => !['archive', 'cli', 'search'].includes(stageOf(from)),
	);
	expect(strays.map(nameOf)).toEqual([]);
});

test.each(['index.ts', 'index-portable.ts', 'cli/main.ts'])('%s does not load zod', (entry) => {
	expect([...loadedWith(entry)]).toContain('parse-advisory.ts');
	expect([...loadedWith(entry)]).not.toContain('zod');
});

test.each(['index.ts', 'index-portable.ts', 'archive/index.ts'])('%s loads nothing of the search', (entry) => {
	expect([...loadedWith(entry)].filter((path) => path.startsWith('search/'))).toEqual([]);
});

test('what asks an index loads neither the parser nor the archive', () => {
	const loaded = [...loadedWith('cli/search.ts')];
	expect(loaded).toContain('search/open-index.ts');
	expect(loaded.filter((path) => path === 'parse-advisory.ts' || path.startsWith('archive/'))).toEqual([]);
});

test('only the search knows the driver, and loads it when it is needed', () => {
	expect(IMPORTS.filter(({ to }) => to === 'libsql').map(nameOf)).toEqual([]);
	const named = SOURCE_FILES.filter(({ text }) => text.includes("('libsql')")).map(({ path }) => path);
	expect(named).toEqual(['search/driver.ts']);
});

test('the portable entry loads nothing of node but the choice of the engine', () => {
	const loaded = [...loadedWith('index-portable.ts')];
	expect(loaded.filter((path) => path.startsWith('node:') || path.startsWith('archive/'))).toEqual([]);
});

test('threads are loaded by the one file that starts them, and only when it does', () => {
	const edges = IMPORTS.filter(({ to }) => to === 'piscina');
	expect(edges.map(nameOf)).toEqual(['archive/worker-lane.ts > piscina', 'archive/worker-lane.ts > piscina']);
	const text = SOURCE_FILES.find(({ path }) => path === 'archive/worker-lane.ts')?.text ?? '';
	expect(text).not.toMatch(/^import (?!type )[^;]*'piscina'/m);
});
