import type { Rating, UnjoinedRating } from '../advisory/schema.ts';
import type { Impact, Severity } from '../advisory/words.ts';
import { SEVERITIES } from '../advisory/words.ts';
import type { Collector } from '../diagnostic/collector.ts';
import { labelForm } from '../language/normal-form.ts';
import { isSystem } from '../products/families.ts';
import { isWithin, type ProductName, type ReadProducts } from '../products/read-product.ts';
import { areRoles } from '../products/system-role.ts';
import type { RatingEntry, RowEntry } from './entry.ts';
import { concerns } from './make-rows.ts';

/**
 * Gives rows the ratings that stand apart: each applies to every row whose product and component lie within what it
 * names; of each of its products the most specific wins. What joins no row is returned, with a diagnostic each. Copies
 * are ratings that the page prints once and says of more.
 */
export function joinRatings(
	rows: readonly RowEntry[],
	entries: readonly RatingEntry[],
	diagnostics: Collector,
	copies: readonly RatingEntry[] = [],
): UnjoinedRating[] {
	const unjoined: UnjoinedRating[] = [];
	const best = new Map<RowEntry, Map<string | null, Fit[]>>();
	const fitsOf = rankings(rows.flatMap(partsOfRow));
	for (const entry of [...entries, ...copies]) {
		const found = fitsOf(entry);
		for (const { row, index, rank } of found) {
			if (!row.affected && entry.status === 'rated') continue;
			const ratings = best.get(row) ?? new Map<string | null, Fit[]>();
			best.set(row, ratings);
			const fits = ratings.get(entry.cve) ?? [];
			ratings.set(entry.cve, fits);
			if (rank > (fits[index]?.rank ?? -1)) fits[index] = { entry, rank };
		}
		if (found.length > 0 || copies.includes(entry)) continue;
		diagnostics.add('rating-unjoined', entry.place, { actual: entry.productText.slice(0, 120) });
		if (entry.cve !== null || entry.severity !== null) unjoined.push(asUnjoined(entry));
	}
	for (const [row, ratings] of best) {
		for (const fits of ratings.values()) {
			const { entry } = highestFit(fits);
			giveRating(row, entry);
			const others = new Set(fits.flatMap((fit) => fit?.entry ?? []).filter((other) => differs(other, entry)));
			for (const other of others) {
				diagnostics.add('ratings-differ', other.place, {
					actual: other.severity ?? other.status,
					expected: entry.severity ?? entry.status,
				});
			}
		}
	}
	return unjoined;
}

/** One of the products of a row. */
interface Part {
	readonly row: RowEntry;
	readonly part: RowEntry;
	readonly index: number;
	/** What the names of its product and its component name. */
	readonly named: readonly ProductName[];
}

/** A part of a row that a rating names, and how much it says of it. */
interface RankedPart {
	readonly row: RowEntry;
	readonly index: number;
	readonly rank: number;
}

const partsOfRow = (row: RowEntry): Part[] =>
	oneByOne(row).map((part, index) => ({ row, part, index, named: namesOf(part) }));

/**
 * The products that a rating names, and how much it says of each. A cell of products has a rating for each CVE, which
 * all name the same: what was found for one of them is true of the others.
 */
function rankings(parts: readonly Part[]): (entry: RatingEntry) => readonly RankedPart[] {
	let last: RatingEntry | null = null;
	let found: RankedPart[] = [];
	return (entry) => {
		if (last === null || !namesSame(last, entry)) {
			found = [];
			const asked = askedOf(entry);
			for (const one of parts) {
				const rank = rankOf(one, entry, asked);
				if (rank !== null) found.push({ row: one.row, index: one.index, rank });
			}
		}
		last = entry;
		return found;
	};
}

const namesSame = (one: RatingEntry, other: RatingEntry): boolean =>
	one.product === other.product &&
	one.component === other.component &&
	one.productText === other.productText &&
	one.componentText === other.componentText &&
	one.rest === other.rest &&
	one.except === other.except &&
	one.kbs.length === other.kbs.length &&
	one.kbs.every((kb, index) => kb === other.kbs[index]);

/** The rating that fits a product best, and how much it says of it. */
interface Fit {
	readonly entry: RatingEntry;
	readonly rank: number;
}

const differs = (one: RatingEntry, other: RatingEntry): boolean =>
	one.severity !== other.severity || one.status !== other.status;

/** A row for each of the products that it names: they may be rated apart. One that mixes systems and others is whole. */
function oneByOne(entry: RowEntry): RowEntry[] {
	const { products } = entry.product;
	const systems = products.filter(isSystem).length;
	if (products.length < 2 || (systems > 0 && systems < products.length)) return [entry];
	return products.map((product) => ({ ...entry, product: { ...entry.product, products: [product] } }));
}

/** Of the ratings of its products a row has the highest, as it has of its ratings; of equal ones the most specific. */
function highestFit(fits: readonly Fit[]): Fit {
	const height = ({ entry }: Fit) =>
		entry.severity === null ? -1 : SEVERITIES.length - SEVERITIES.indexOf(entry.severity);
	return fits
		.filter((fit) => fit !== undefined)
		.reduce((one, other) => {
			const above = height(other) - height(one);
			return above > 0 || (above === 0 && other.rank > one.rank) ? other : one;
		});
}

function giveRating({ row }: RowEntry, entry: RatingEntry): void {
	const { cve, status, severity, impacts, line } = entry;
	if (cve === null) {
		row.severity ??= severity;
		if (row.impacts.length === 0) row.impacts.push(...impacts);
		return;
	}
	if (row.ratings.some((rating) => rating.cve === cve)) return;
	row.ratings.push({ cve, status, severity, impacts: [...impacts], line });
}

/** What a rating asks of a row. */
interface Asked {
	/** All clients, or all servers: no component. */
	readonly roles: ReadProducts | null;
	readonly names: readonly ReadProducts[];
	/** Whether all of the names are understood. */
	readonly areUnderstood: boolean;
}

function askedOf({ product, component }: RatingEntry): Asked {
	const roles = component !== null && areRoles(component.products) ? component : null;
	const names = component === null || roles !== null ? [product] : [product, component];
	return { roles, names, areUnderstood: names.every(isUnderstood) };
}

const isUnderstood = ({ leftover, products, components }: ReadProducts): boolean =>
	leftover === '' && products.length + components.length > 0;

/** How much of a row a rating names; `null` where the row does not lie within it. */
function rankOf({ part: row, named }: Part, entry: RatingEntry, { roles, names, areUnderstood }: Asked): number | null {
	if (entry.rest === true) return row.affected ? 0 : null;
	if (entry.kbs.length > 0 && !entry.kbs.some((kb) => row.row.kb.includes(kb))) return null;
	if (roles !== null && !concerns(roles, row.product)) return null;
	if (!areUnderstood) return sameText(row, entry) ? 100 : null;
	if (leavesOut(entry, row)) return null;
	const rank = rankOfParts(named, names);
	return rank === null ? null : rank + (printsProduct(row, entry) ? 100 : 0);
}

/** How much names say of parts of a row; `null` where they are not about it. */
export function rankOfParts(parts: readonly ProductName[], named: readonly ReadProducts[]): number | null {
	let rank = 0;
	for (const names of named) {
		const product = bestWithin(parts, names.products);
		const component = bestWithin(parts, names.components);
		if ((names.products.length > 0 && product === null) || (names.components.length > 0 && component === null))
			return null;
		rank += (product ?? 0) + (component ?? 0);
	}
	return rank;
}

const leavesOut = ({ except }: RatingEntry, { product }: RowEntry): boolean =>
	product.products.length > 0 && product.products.every((own) => except?.some((name) => isWithin(own, name)) ?? false);

const namesOf = ({ product, component }: RowEntry): ProductName[] => [
	...product.products,
	...product.components,
	...(component?.products ?? []),
	...(component?.components ?? []),
];

/** The most that one of the names says of a part which lies within it. */
function bestWithin(parts: readonly ProductName[], names: readonly ProductName[]): number | null {
	let best: number | null = null;
	for (const name of names) {
		if (!parts.some((part) => isWithin(part, name))) continue;
		best = Math.max(best ?? 0, saidBy(name));
	}
	return best;
}

/** How many things a name says. */
function saidBy({ edition, platform, servicePack, update, branch, host, serverCore }: ProductName): number {
	let said = serverCore ? 2 : 1;
	for (const part of [edition, platform, servicePack, update, branch, host]) if (part !== null) said++;
	return said;
}

/** Whether a rating prints the row's product: a component alone may stand on products that are rated apart. */
function printsProduct({ row }: RowEntry, { productText, componentText }: RatingEntry): boolean {
	const product = labelForm(productText);
	return (
		product !== '' &&
		product === labelForm(row.product) &&
		(componentText === null || labelForm(componentText) === labelForm(row.component ?? ''))
	);
}

/** Whether it prints the row's product, or its component alone. */
function sameText(entry: RowEntry, rating: RatingEntry): boolean {
	const alone = rating.componentText === null ? labelForm(rating.productText) : '';
	return printsProduct(entry, rating) || (alone !== '' && alone === labelForm(entry.row.component ?? ''));
}

const asUnjoined = (entry: RatingEntry): UnjoinedRating => ({
	product: entry.productText,
	canonicalProducts: entry.product.products.map(({ name }) => name),
	component: entry.componentText ?? entry.systemsText ?? null,
	canonicalComponent: componentOf(entry)?.name ?? null,
	cve: entry.cve,
	status: entry.status,
	severity: entry.severity,
	impacts: [...entry.impacts],
	line: entry.line,
});

/** Where no rating is printed for a row as a whole: the highest of its ratings, and all their impacts. */
export function settleRow({ row }: RowEntry): void {
	row.severity ??= highest(row.ratings);
	if (row.impacts.length === 0) row.impacts.push(...new Set(row.ratings.flatMap(({ impacts }): Impact[] => impacts)));
}

function highest(ratings: readonly Rating[]): Severity | null {
	const rated = new Set(ratings.map(({ severity }) => severity));
	return SEVERITIES.find((severity) => rated.has(severity)) ?? null;
}

/** Clients and servers are no component. */
const componentOf = ({ product, component }: RatingEntry): ProductName | null =>
	(component !== null && areRoles(component.products) ? null : component?.products[0]) ?? product.component;
