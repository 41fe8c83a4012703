import type { Replacement, SoftwareRow } from '../advisory/schema.ts';
import type { Collector } from '../diagnostic/collector.ts';
import type { Trace } from '../diagnostic/trace.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import type { ColumnRole } from '../language/pack.ts';
import type { Section } from '../outline/section.ts';
import type { TableBlock } from '../page/block.ts';
import type { LineIndex } from '../text/text.ts';
import { type Assessment, isExploitabilityTable, readExploitability } from './exploitability-table.ts';
import { footnotesBelow } from './footnotes.ts';
import { type Grid, layGrid } from './grid.ts';
import { type Column, type Header, readHeader } from './header.ts';
import { isReferenceTable, readReferences } from './reference-table.ts';
import { readSoftwareList } from './software-list.ts';
import { productColumn, type ReadRow, type RowContext, readSoftwareRows } from './software-rows.ts';

/** What the tables and lists of a page say. */
export interface TableEntries {
	readonly affected: readonly SoftwareRow[];
	readonly notAffected: readonly SoftwareRow[];
	/** Articles that a table of references names as the page's own. */
	readonly pageArticles: readonly string[];
	readonly assessments: readonly Assessment[];
	/** What a table of references says that the page's article replaces. */
	readonly replaced: readonly Replacement[];
}

export interface TableContext {
	readonly sections: readonly Section[];
	readonly language: DetectedLanguage;
	readonly lines: LineIndex;
	readonly diagnostics: Collector;
	readonly trace: Trace;
}

const SOFTWARE_SECTIONS = ['affected-software', 'non-affected-software'] as const;

/** Reads all tables of the page, and the lists of sections about software that have no table. */
export function readTables(context: TableContext): TableEntries {
	const rows: ReadRow[] = [];
	const pageArticles: string[] = [];
	const assessments: Assessment[] = [];
	const replaced: Replacement[] = [];
	for (const section of context.sections) {
		const tables = section.blocks.filter((block): block is TableBlock => block.kind === 'table');
		for (const block of tables) readTable(block, section, context, { rows, pageArticles, assessments, replaced });
		if (tables.length === 0 && isSoftwareSection(section)) {
			const affected = section.kind !== 'non-affected-software';
			for (const row of readSoftwareList(section, rowContext(context, new Map()))) rows.push({ row, affected });
		}
	}
	const merged = mergeEqual(rows);
	return {
		affected: merged.filter(({ affected }) => affected).map(({ row }) => row),
		notAffected: merged.filter(({ affected }) => !affected).map(({ row }) => row),
		pageArticles,
		assessments,
		replaced,
	};
}

const isSoftwareSection = (section: Section): boolean =>
	(SOFTWARE_SECTIONS as readonly string[]).includes(section.kind);

const rowContext = (
	{ language, lines, diagnostics, trace }: TableContext,
	footnotes: ReadonlyMap<string, string>,
): RowContext => ({
	readers: language.readers,
	lines,
	diagnostics,
	trace,
	footnotes,
});

interface Found {
	readonly rows: ReadRow[];
	readonly pageArticles: string[];
	readonly assessments: Assessment[];
	readonly replaced: Replacement[];
}

function readTable(block: TableBlock, section: Section, context: TableContext, found: Found): void {
	const { readers } = context.language;
	const grid = layGrid(block.table);
	const header = readHeader(grid, readers);
	if (isReferenceTable(grid, header, readers)) {
		const { articles, replaced } = readReferences(grid, readers, context.lines);
		found.pageArticles.push(...articles);
		found.replaced.push(...replaced);
	} else if (isExploitabilityTable(header)) found.assessments.push(...readExploitability(grid, header, readers));
	else if (isSoftwareTable(grid, header, section)) {
		const affected = section.kind !== 'non-affected-software';
		const footnotes = footnotesBelow(section.blocks, block);
		found.rows.push(...readSoftwareRows(grid, header, affected, rowContext(context, footnotes)));
	} else if (productColumn(header) >= 0 || isSoftwareSection(section)) {
		const unknown = header.columns.filter(({ role, text, cves }) => role === null && text !== '' && cves.length === 0);
		context.diagnostics.add('table-unread', block, {
			actual: unknown
				.map(({ text }) => text)
				.join(' | ')
				.slice(0, 200),
		});
	}
}

/** Columns that may stand beside a product without making the table one about something else. */
const BESIDE: ReadonlySet<ColumnRole> = new Set([
	'software',
	'operating-system',
	'not-affected-software',
	'component',
	'update',
	'severity',
	'impact',
	'severity-and-impact',
	'replaces',
	'bulletin',
	'cve',
	'platform',
	'version',
]);

/**
 * A product column, beside it only columns that belong to products. In a section about software the first column is
 * one whatever its head, where all others are known; a table without a head will do there too.
 */
function isSoftwareTable(grid: Grid, header: Header, section: Section): boolean {
	const belongs = ({ role, text, cves }: Column) =>
		text === '' || cves.length > 0 || (role !== null && BESIDE.has(role));
	if (productColumn(header) >= 0) return header.columns.every(belongs);
	if (!isSoftwareSection(section)) return false;
	const [first, ...others] = header.columns;
	const named = others.some(({ text }) => text !== '');
	return named
		? first?.text !== '' && first?.role === null && others.every(belongs)
		: header.columns.every(({ text }) => text === '') && grid.width <= 2;
}

/** Rows equal in product, component and articles are one row with all downloads. */
function mergeEqual(rows: readonly ReadRow[]): ReadRow[] {
	const merged = new Map<string, ReadRow>();
	for (const read of rows) {
		const { product, component, kb, group } = read.row;
		const key = JSON.stringify([read.affected, product, component, kb, group]);
		const known = merged.get(key);
		if (known === undefined) merged.set(key, read);
		else {
			const urls = new Set(known.row.downloads.map(({ url }) => url));
			known.row.downloads.push(...read.row.downloads.filter(({ url }) => !urls.has(url)));
		}
	}
	return [...merged.values()];
}
