/** How much of a page is read. All numbers are whole and above 0. */
export interface Limits {
	/** Bytes of a page (of a string: UTF-16 units). A larger one is rejected (`too-large`), from files without being held. */
	readonly bytes: number;
	/** Depth of elements in HTML, of lists, items and quotes in markdown. A deeper page is rejected (`limit-nesting`). */
	readonly nesting: number;
	/** Cells of a page's tables, spans laid out. A table that would go beyond gives no rows (`limit-table-cells`). */
	readonly tableCells: number;
	/** Different links of a page. What comes after them is not in `links` (`limit-links`). */
	readonly links: number;
	/** UTF-16 units of the front matter with its delimiters. Longer one is text (`limit-front-matter`). */
	readonly frontMatter: number;
}

/**
 * The limits where none are given: ten times and more what real pages have. Beside them what 5,804 of these have at
 * most; `scripts/measure-limits.js` prints it of any pages.
 */
export const LIMITS: Limits = {
	// 620,203
	bytes: 16 * 1024 * 1024,
	// 9 in markdown; saved HTML pages have some 20, and up to 60 with all that surrounds their text
	nesting: 500,
	// 7,686
	tableCells: 100_000,
	// 334
	links: 5_000,
	// 388
	frontMatter: 4_096,
};

export const effectiveLimits = (given: Partial<Limits> | undefined): Limits =>
	given === undefined ? LIMITS : { ...LIMITS, ...given };

/** What a diagnostic says of a number that is above its limit. */
export const beyond = (actual: number, limit: number) => ({
	actual: `${actual}`,
	expected: `at most ${limit}`,
});
