import type { Download, Rating, SoftwareRow } from '../advisory/schema.ts';
import type { Impact, Severity } from '../advisory/words.ts';
import { labelForm } from '../language/normal-form.ts';
import type { ColumnRole } from '../language/pack.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import type { Language } from '../language/prepare.ts';
import { placeOf, textOf } from '../page/plain-text.ts';
import { narrowToEditions, type ReadProducts, readProducts } from '../products/read-product.ts';
import { roleNamed, roleOf } from '../products/system-role.ts';
import { type Component, canonicalComponent, componentsIn } from './component-cell.ts';
import type { RowEntry } from './entry.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Column } from './header.ts';
import {
	marksIn,
	type ProductCell,
	readArticles,
	readDownloads,
	readProductCell,
	splitByArticle,
} from './product-cell.ts';
import { type CellRating, readRating, readRatingCell } from './rating-cell.ts';
import { readReplaced } from './replaced-cell.ts';
import type { RowContext } from './software-rows.ts';

/** The cells of a row of one of the roles, but for the product's own. */
type CellsOf = (...roles: readonly ColumnRole[]) => GridCell[];

/**
 * Makes the rows of one row of a table: one, or one for each pair of name and article that its product or component
 * cell holds.
 */
export function makeRows(
	row: GridRow,
	columns: readonly Column[],
	column: number,
	group: string | null,
	affected: boolean,
	context: RowContext,
): RowEntry[] {
	const product = row.cells[column] ?? null;
	if (product === null || product.text === '') return [];
	if (readRating(product.text, context.readers) !== null) {
		context.diagnostics.add('row-without-product', product.cell, { actual: product.text.slice(0, 120) });
		return [];
	}
	const of: CellsOf = (...roles) =>
		row.cells.filter((cell, index): cell is GridCell => {
			const role = columns[index]?.role;
			return (
				cell !== null &&
				cell.text !== '' &&
				index !== column &&
				role !== null &&
				role !== undefined &&
				roles.includes(role)
			);
		});
	const [componentCell] = [...of('component'), ...besideProduct(row, columns, column)];
	const cellsOf = ({ cell }: GridCell): ProductCell[] =>
		splitByArticle(cell.runs, context.readers).map((piece) => readProductCell(piece, context.readers));
	const products = cellsOf(product);
	const components =
		componentCell === undefined || saysNothing(componentCell.text, context.readers)
			? [null]
			: cellsOf(componentCell).flatMap((piece) => componentsIn(piece, context.readers));
	const ratings = readRatings(row, columns, context);
	const beside = new Set(row.cells.filter((cell) => cell !== null && cell !== product && cell !== componentCell));
	const marks =
		context.footnotes.size === 0 ? [] : [...beside].flatMap((cell) => marksIn((cell as GridCell).cell.runs));
	const { text: header = null, kbs: headArticles = [] } = columns[column] ?? {};
	const articles = new Set(
		[...products, ...components.map((component) => component?.cell)].flatMap((cell) => cell?.kbs ?? []),
	);
	const shared = { of, ratings, articles, marks, header, headArticles, group, affected, product, context };
	return products.flatMap((name) => components.flatMap((component) => makeRow(name, component, shared) ?? []));
}

/** A cell that says only that there is nothing to say. */
export function saysNothing(text: string, readers: readonly Language[]): boolean {
	const form = labelForm(text);
	return (
		form === '' ||
		readers.some((reader) => ['none', 'notApplicable'].includes(lookUp(reader.cells, form, ANYWHERE)?.meaning ?? ''))
	);
}

interface Shared {
	readonly of: CellsOf;
	readonly ratings: readonly ColumnRating[];
	readonly header: string | null;
	/** Articles that the head of the product's column names: the update of rows that print none. */
	readonly headArticles: readonly string[];
	readonly group: string | null;
	readonly affected: boolean;
	/** Articles of all rows that the row of the table holds. */
	readonly articles: ReadonlySet<string>;
	/** Footnote marks of the cells beside the product. */
	readonly marks: readonly string[];
	readonly product: GridCell;
	readonly context: RowContext;
}

function makeRow(cell: ProductCell, named: Component | null, shared: Shared): RowEntry | null {
	const { of, group, context, product } = shared;
	const component = named?.cell ?? null;
	if (cell.name === '') return null;
	const place = placeOf(product.cell.runs) ?? product.cell;
	const read = readProducts({ name: cell.name, header: shared.header, group }, context.readers);
	const names = { ...read, products: narrowToEditions(read.products, named?.names.editions ?? []) };
	const kb = new Set([
		...cell.kbs,
		...(component?.kbs ?? []),
		...of('update').flatMap(({ text }) => readArticles(text)),
	]);
	if (kb.size === 0) for (const id of shared.headArticles) kb.add(id);
	for (const { kbs, column } of shared.ratings) if (column.kbs.length === 0) for (const id of kbs) kb.add(id);
	const ratings = ratingsFor(shared.ratings, names, [...kb]);
	const printed = of('severity', 'impact', 'severity-and-impact').map(({ text }) => readRating(text, context.readers));
	const marks = new Set([...cell.marks, ...(component?.marks ?? []), ...shared.marks]);
	const footnotes = [...marks].flatMap((mark) => context.footnotes.get(mark) ?? []);
	const record: SoftwareRow = {
		product: cell.name,
		canonicalProducts: names.products.map(({ name }) => name),
		component: component?.name || null,
		canonicalComponent: canonicalComponent(named, names),
		group,
		bulletin: null,
		kb: [...kb],
		downloads: uniqueDownloads([
			...cell.downloads,
			...(component?.downloads ?? []),
			...of('update').flatMap((other) => readDownloads(other.cell.runs, context.readers)),
		]),
		impacts: impactsOf(printed),
		severity: severityOf(printed),
		ratings,
		replaces: of('replaces').flatMap((other) =>
			readReplaced(
				textOf(other.cell.runs),
				context.lines.line((placeOf(other.cell.runs) ?? other.cell).start),
				kb,
				shared.articles,
			),
		),
		footnotes,
		line: context.lines.line(place.start),
	};
	context.trace.note(record, 'product', place, 'software-rows');
	const notAffected = ratings.length > 0 && ratings.every(({ status }) => status === 'not-affected');
	return {
		row: record,
		affected: shared.affected && !notAffected,
		product: names,
		component: named?.names ?? null,
		place,
	};
}

/** The cell beside the product under a head that reaches over both. */
function besideProduct(row: GridRow, columns: readonly Column[], column: number): GridCell[] {
	const cell = columns[column + 1]?.spanned ? row.cells[column + 1] : null;
	return cell && cell.text !== '' && cell.cell !== row.cells[column]?.cell ? [cell] : [];
}

interface ColumnRating {
	readonly column: Column;
	readonly rating: CellRating;
	readonly systems: ReadProducts | null;
	readonly kbs: readonly string[];
	readonly line: number;
}

function readRatings(
	row: GridRow,
	columns: readonly Column[],
	{ readers, lines, diagnostics }: RowContext,
): ColumnRating[] {
	return columns.flatMap((column, index) => {
		if (column.cves.length === 0) return [];
		const cell = row.cells[index];
		const copied = index > 0 && cell?.cell === row.cells[index - 1]?.cell && column.text !== columns[index - 1]?.text;
		if (!cell || cell.text === '' || copied) return [];
		const parts = readRatingCell(cell, readers, diagnostics);
		const line = lines.line((placeOf(cell.cell.runs) ?? cell.cell).start);
		return parts.map((part) => ({ ...part, column, line }));
	});
}

/** The ratings that are about a row: those of its article, where a header names one, and of its systems. */
function ratingsFor(found: readonly ColumnRating[], names: ReadProducts, kb: readonly string[]): Rating[] {
	return found.flatMap(({ column, rating, systems, line }) => {
		if (column.kbs.length > 0 && kb.length > 0 && !column.kbs.some((id) => kb.includes(id))) return [];
		if (systems !== null && !concerns(systems, names)) return [];
		return column.cves.map((cve) => ({ cve, ...rating, impacts: [...rating.impacts], line }));
	});
}

/** Whether systems that a rating names (all clients, all servers) are those of a row. */
export function concerns(systems: ReadProducts, names: ReadProducts): boolean {
	let hasRole = false;
	for (const product of names.products) {
		const role = roleOf(product);
		if (role === null) continue;
		if (systems.products.some((system) => roleNamed(system) === role)) return true;
		hasRole = true;
	}
	return !hasRole;
}

const severityOf = (printed: readonly (CellRating | null)[]): Severity | null =>
	printed.find((rating) => rating?.severity)?.severity ?? null;

const impactsOf = (printed: readonly (CellRating | null)[]): Impact[] => [
	...new Set(printed.flatMap((rating) => rating?.impacts ?? [])),
];

const uniqueDownloads = (downloads: readonly Download[]): Download[] => [
	...new Map(downloads.map((download) => [download.url, download])).values(),
];
