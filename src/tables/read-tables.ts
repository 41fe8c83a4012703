import type { Replacement, SoftwareRow, UnjoinedRating } from '../advisory/schema.ts';
import type { Collector } from '../diagnostic/collector.ts';
import type { Trace } from '../diagnostic/trace.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import { beyond } from '../limits.ts';
import { isWithin, type Section } from '../outline/section.ts';
import type { TableBlock } from '../page/block.ts';
import type { LineIndex } from '../text/text.ts';
import { layComponentColumns } from './component-columns.ts';
import type { RatingEntry, RowEntry } from './entry.ts';
import { type Assessment, readExploitability } from './exploitability-table.ts';
import { footnotesBelow } from './footnotes.ts';
import { gridSize, layGrid } from './grid.ts';
import { readHeader } from './header.ts';
import { joinRatings, settleRow } from './join-ratings.ts';
import { mergeEqual } from './merge-rows.ts';
import { readRatedProducts } from './rated-products.ts';
import { readMatrix } from './rating-matrix.ts';
import { readReferences } from './reference-table.ts';
import { readReplacementMatrix } from './replacement-matrix.ts';
import { copyRatings, readSameRatings, type SameRating, withoutAsides } from './same-ratings.ts';
import { isListOf, readSoftwareLists } from './software-list.ts';
import { type RowContext, readSoftwareRows } from './software-rows.ts';
import { isSoftwareSection, kindOfTable } from './table-kind.ts';
import { type Disclosure, readVulnerabilityTable } from './vulnerability-table.ts';

/** What the tables and lists of a page say. */
export interface TableEntries {
	readonly affected: readonly SoftwareRow[];
	readonly notAffected: readonly SoftwareRow[];
	readonly unjoined: readonly UnjoinedRating[];
	/** Articles that a table of references names as the page's own. */
	readonly pageArticles: readonly string[];
	/** What a table of references says that the page's article replaces. */
	readonly replaced: readonly Replacement[];
	readonly assessments: readonly Assessment[];
	/** What tables of vulnerabilities say of each. */
	readonly disclosures: readonly Disclosure[];
}

export interface TableContext {
	readonly sections: readonly Section[];
	readonly language: DetectedLanguage;
	readonly lines: LineIndex;
	readonly diagnostics: Collector;
	readonly trace: Trace;
	/** Cells that the tables may have together, spans laid out. */
	readonly mostCells: number;
	/** The page's own articles, where rows without one are about them: those of a bulletin's headline. */
	readonly headlineArticles: readonly string[];
}

/** The rows of one table or list. */
interface Listing {
	readonly entries: readonly RowEntry[];
	readonly section: Section;
	readonly isTable: boolean;
}

interface Found {
	readonly listings: Listing[];
	readonly ratings: RatingEntry[];
	readonly pageArticles: string[];
	readonly replaced: Replacement[];
	readonly assessments: Assessment[];
	readonly disclosures: Disclosure[];
	readonly same: SameRating[];
}

/** Reads all tables of the page, and the lists of sections about software that have no table. */
export function readTables(context: TableContext): TableEntries {
	const found: Found = {
		listings: [],
		ratings: [],
		pageArticles: [],
		replaced: [],
		assessments: [],
		disclosures: [],
		same: [],
	};
	let cells = 0;
	let sense: boolean | null = null;
	for (const section of context.sections) {
		const tables = section.blocks.filter((block): block is TableBlock => block.kind === 'table');
		for (const block of tables) {
			const size = gridSize(block.table);
			if (cells + size > context.mostCells) {
				context.diagnostics.add('limit-table-cells', block, beyond(cells + size, context.mostCells));
				continue;
			}
			cells += size;
			readTable(block, section, context, found);
		}
		if (isSoftwareSection(section)) sense = section.kind === 'affected-software';
		else if (!isListOf(section, context.language.readers)) sense = null;
		if (sense !== null) {
			const lists = readSoftwareLists(section, sense, rowContext(context, new Map()));
			// beside a table a list of software names nothing else
			const named = lists.flat().every(({ row }) => row.canonicalProducts.length > 0);
			if (tables.length === 0 || named) {
				found.listings.push(...lists.map((entries) => ({ entries, section, isTable: false })));
			}
		}
	}
	const { listings, ratings } = tellRatingsApart(found);
	giveHeadlineArticle(listings, context.headlineArticles);
	const rows = mergeEqual(listings.flatMap(({ entries }) => entries));
	const rated = withoutAsides(ratings, context.language.readers);
	const unjoined = joinRatings(rows, rated, context.diagnostics, copyRatings(rated, found.same));
	for (const row of rows) settleRow(row);
	return {
		affected: rows.filter(({ affected }) => affected).map(({ row }) => row),
		notAffected: rows.filter(({ affected }) => !affected).map(({ row }) => row),
		unjoined,
		pageArticles: found.pageArticles,
		replaced: found.replaced,
		assessments: found.assessments,
		disclosures: found.disclosures,
	};
}

function readTable(block: TableBlock, section: Section, context: TableContext, found: Found): void {
	const { readers } = context.language;
	const printed = layGrid(block.table);
	const { grid, header } = layComponentColumns({ grid: printed, header: readHeader(printed, readers) }, readers);
	const kind = kindOfTable(grid, header, section, readers);
	if (kind === 'unread' || kind === 'other') {
		const rated = readRatedProducts(grid, section, readers, context.lines);
		found.ratings.push(...rated);
		if (rated.length > 0) return;
	}
	switch (kind) {
		case 'references': {
			const { articles, replaced } = readReferences(grid, readers, context.lines);
			found.pageArticles.push(...articles);
			found.replaced.push(...replaced);
			break;
		}
		case 'exploitability':
			found.assessments.push(...readExploitability(grid, header, readers));
			break;
		case 'vulnerabilities':
			found.disclosures.push(...readVulnerabilityTable(grid, header, readers));
			break;
		case 'replacements':
			found.replaced.push(...readReplacementMatrix(grid, header, readers, context.lines));
			break;
		case 'matrix':
			found.ratings.push(
				...readMatrix(grid, header, { readers, lines: context.lines, diagnostics: context.diagnostics }),
			);
			found.same.push(...readSameRatings(section.blocks.slice(section.blocks.indexOf(block)), readers));
			break;
		case 'software': {
			const footnotes = footnotesBelow(section.blocks, block);
			const affected = section.kind !== 'non-affected-software';
			found.listings.push({
				entries: readSoftwareRows(grid, header, affected, rowContext(context, footnotes)),
				section,
				isTable: true,
			});
			break;
		}
		case 'unread': {
			const unknown = header.columns.filter(
				({ role, text, cves }) => role === null && text !== '' && cves.length === 0,
			);
			context.diagnostics.add('table-unread', block, {
				actual: unknown
					.map(({ text }) => text)
					.join(' | ')
					.slice(0, 200),
			});
			break;
		}
		default:
	}
}

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

/**
 * A table that only rates, on a page that lists the affected software elsewhere, gives no rows: its ratings are joined
 * with those. It stands in the section of ratings, or has no article and no download where another listing has.
 */
function tellRatingsApart({ listings, ratings }: Found): { listings: Listing[]; ratings: RatingEntry[] } {
	const rates = ({ entries }: Listing) => entries.some(({ row }) => row.ratings.length > 0);
	const updates = ({ entries }: Listing) =>
		entries.some(({ row, affected }) => affected && (row.kb.length > 0 || row.downloads.length > 0));
	const base = listings.filter((listing) => !rates(listing) || updates(listing));
	const hasBase = base.some(
		({ entries, section }) => !isWithin(section, 'severity-ratings') && entries.some(({ affected }) => affected),
	);
	if (!hasBase) return { listings, ratings };
	const apart = listings.filter(
		(listing) => (rates(listing) && !updates(listing)) || isWithin(listing.section, 'severity-ratings'),
	);
	return {
		listings: listings.filter((listing) => !apart.includes(listing)),
		ratings: [...apart.flatMap(({ entries }) => entries.flatMap(asRatings)), ...ratings],
	};
}

const asRatings = ({ row, product, component, place }: RowEntry): RatingEntry[] =>
	row.ratings.map((rating) => ({
		productText: row.product,
		componentText: row.component,
		product,
		component,
		cve: rating.cve,
		status: rating.status,
		severity: rating.severity,
		impacts: rating.impacts,
		kbs: row.kb,
		place,
		line: rating.line,
	}));

/**
 * Where a list has no article, all its rows are about the page's own one. A table says so only where no other table has
 * articles either: beside these the page's own one is their parent.
 */
function giveHeadlineArticle(listings: readonly Listing[], articles: readonly string[]): void {
	const [only] = articles;
	if (only === undefined || articles.length > 1) return;
	const isAnyPrinted = listings.some(({ entries }) =>
		entries.some(({ row, affected }) => affected && row.kb.length > 0),
	);
	for (const { entries, isTable } of listings) {
		if ((isTable && isAnyPrinted) || entries.some(({ row }) => row.kb.length > 0)) continue;
		for (const { row, affected } of entries) if (affected) row.kb.push(only);
	}
}
