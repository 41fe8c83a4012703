import { expect, test } from 'vitest';
import { importsOf, SOURCE_FILES } from './source-files.ts';

const DECLARED = /^export (?:declare )?(?:async )?(const|function|class|type|interface) (\w+)/gm;
const LISTED = /^export (type )?\{([^}]*)\}/gm;
const ALL_OF = /^export \* from '[^']+'/m;

/** Names that a file exports, types with the word before them. */
function exportsOf(path: string): string[] {
	const file = SOURCE_FILES.find((candidate) => candidate.path === path);
	if (file === undefined) throw new Error(`no file src/${path}`);
	const declared = [...file.text.matchAll(DECLARED)].map(([, word = '', name = '']) =>
		word === 'type' || word === 'interface' ? `type ${name}` : name,
	);
	const listed = [...file.text.matchAll(LISTED)].flatMap(([, type = '', names = '']) =>
		names
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== '')
			.map((name) => type + name.replace(/\w+ as /, '')),
	);
	const all = file.text
		.split(';')
		.filter((statement) => ALL_OF.test(statement))
		.flatMap((statement) => importsOf({ path, text: statement.trim() }).flatMap(({ to }) => exportsOf(to)));
	return [...declared, ...listed, ...all].sort();
}

const PORTABLE = [
	'parseAdvisory',
	'parseFrontMatter',
	'parseLocalizedDate',
	'readPage',
	'type Advisory',
	'type Block',
	'type Diagnostic',
	'type Engine',
	'type FrontMatter',
	'type Limits',
	'type LocalePack',
	'type Page',
	'type ParseOptions',
	'type ParseResult',
	'type TraceEntry',
];

test('the main entry', () => {
	expect(exportsOf('index-portable.ts')).toEqual(PORTABLE);
	expect(exportsOf('index.ts')).toEqual(
		[
			...PORTABLE,
			'normalizeArchive',
			'type ArchiveOptions',
			'type ArchiveProgress',
			'type ArchiveResult',
			'type ArchiveSource',
		].sort(),
	);
});

test('technet-advisory/archive', () => {
	expect(exportsOf('archive/index.ts')).toEqual([
		'normalizeArchive',
		'readRecords',
		'type ArchiveOptions',
		'type ArchiveProgress',
		'type ArchiveResult',
		'type ArchiveSource',
		'type Page',
		'type UnreadablePage',
	]);
});

test('technet-advisory/search', () => {
	expect(exportsOf('search/index.ts')).toEqual([
		'SearchError',
		'buildIndex',
		'openIndex',
		'type BuildOptions',
		'type BuildProgress',
		'type BuildReport',
		'type Facet',
		'type Facets',
		'type Hit',
		'type IndexSource',
		'type SearchErrorCode',
		'type SearchIndex',
		'type SearchOptions',
		'type SearchResult',
		'type Sort',
		'type Translation',
	]);
});

test('technet-advisory/schema', () => {
	expect(exportsOf('advisory/schema.ts')).toEqual([
		'advisorySchema',
		'diagnosticSchema',
		'type Advisory',
		'type BulletinReference',
		'type CveReference',
		'type Download',
		'type Exploitability',
		'type FaqEntry',
		'type KbReference',
		'type Link',
		'type Rating',
		'type Replacement',
		'type Revision',
		'type Section',
		'type SoftwareRow',
		'type Source',
		'type TextItem',
		'type UnjoinedRating',
		'type Vulnerability',
	]);
});

test.each(['index.ts', 'index-portable.ts', 'archive/index.ts', 'search/index.ts'])('%s only re-exports', (path) => {
	const text = SOURCE_FILES.find((file) => file.path === path)?.text ?? '';
	const rest = text.replace(/^export (?:type )?(?:\*|\{[^}]*\}) from '[^']+';$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
	expect(rest.replace(/^\/\/.*$/gm, '').trim()).toBe('');
});
