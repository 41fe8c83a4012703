import type { SoftwareRow } from '../advisory/schema.ts';
import type { Impact, RatingStatus, Severity } from '../advisory/words.ts';
import type { ProductName, ReadProducts } from '../products/read-product.ts';
import type { Place } from '../text/place.ts';

/** A row of a table or list, with its names as structures. */
export interface RowEntry {
	readonly row: SoftwareRow;
	readonly affected: boolean;
	readonly product: ReadProducts;
	readonly component: ReadProducts | null;
	readonly place: Place;
}

/** A rating that stands apart from the rows it is about. */
export interface RatingEntry {
	/** What it names, as printed and as structures. */
	readonly productText: string;
	readonly componentText: string | null;
	readonly product: ReadProducts;
	readonly component: ReadProducts | null;
	/** The words of the systems that a part of a cell is about. */
	readonly systemsText?: string | null;
	/** `null` where the page prints no CVE: the rating is the rows' own. */
	readonly cve: string | null;
	readonly status: RatingStatus;
	readonly severity: Severity | null;
	readonly impacts: readonly Impact[];
	/** Articles that its header names: it is about rows with one of these. */
	readonly kbs: readonly string[];
	/** Products that its words may leave out. */
	readonly except?: readonly ProductName[];
	/** Whether it is about all affected software that no other rating of the vulnerability names. */
	readonly rest?: boolean;
	readonly place: Place;
	readonly line: number;
}
