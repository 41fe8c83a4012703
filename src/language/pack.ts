import type { Impact, Kind, Restart, SectionKind, Severity } from '../advisory/words.ts';

/**
 * What a language has to say about these pages: words only, no code and no regular expressions. All texts are
 * written as the pages print them, without bold marks and without the colon or full stop at their end; look-up
 * ignores case, white space, hyphens and punctuation at both ends (`normal-form.ts`). `{any}` in a text stands for
 * any words (at most one a text), `{n}` for a number.
 */
export interface LocalePack {
	/** BCP 47, cased: `zh-TW`. */
	readonly locale: string;
	/** The language's name in English, for tables in the documentation. */
	readonly name: string;
	readonly dateline: {
		/** Labels before the date of first publication. */
		readonly published: readonly string[];
		/** Labels before the date of the last update; with `{any}` in front where the label follows its date. */
		readonly updated: readonly string[];
	};
	/** Labels of the version line. */
	readonly version: readonly string[];
	readonly dates: DateWords;
	/** How a revision prints its version: `V{version}`, `{version} verzió`. */
	readonly versions: readonly string[];
	/** Headings and bold titles that stand alone, by the kind of section they open. */
	readonly headings: Partial<Readonly<Record<SectionKind, readonly Phrase[]>>>;
	/** Labels at the start of a paragraph, bold or before a colon, by the kind of section they open. */
	readonly labels: Partial<Readonly<Record<SectionKind, readonly Phrase[]>>>;
	/** Labels that open no section and hold no field: notes, warnings, steps. */
	readonly remarks: readonly string[];
	/** How questions are put; the first two are standing ones whose answer begins with yes or no. */
	readonly questions?: {
		/** Whether the vulnerability was publicly disclosed before. */
		readonly disclosed?: readonly string[];
		/** Whether it was being exploited. */
		readonly exploited?: readonly string[];
		/** Words that nothing but a question begins or ends with; last, as the first text that fits counts. */
		readonly other?: readonly string[];
	};
	/** How the page names a Knowledge Base article: `článek {kb} znalostní báze`. */
	readonly articles: readonly string[];
	/** Column words of tables, and keys of key–value tables, by role. */
	readonly columns: Partial<Readonly<Record<ColumnRole, readonly string[]>>>;
	/** Ratings as a cell or a value prints them. */
	readonly severity: Partial<Readonly<Record<Severity, readonly string[]>>>;
	readonly impact: Partial<Readonly<Record<Impact, readonly string[]>>>;
	readonly cells: {
		/** "None": nothing is replaced, no known issue. */
		readonly none: readonly string[];
		/** No rating is due to this product. */
		readonly notApplicable: readonly string[];
		/** The product is not affected. */
		readonly notAffected?: readonly string[];
		/** "Not critical": what old systems have where nothing more is said of them; it is no rating. */
		readonly notCritical?: readonly string[];
		/** Whether an update replaces that of a bulletin on a product. */
		readonly replaced?: readonly string[];
		readonly notReplaced?: readonly string[];
		/** How long a denial of service lasts. */
		readonly permanent?: readonly string[];
		readonly temporary?: readonly string[];
		readonly yes: readonly string[];
		readonly no: readonly string[];
	};
	/**
	 * Whether a restart is needed, as the first sentence of a requirement says it; with `{any}` behind it where more may
	 * follow in the sentence. A sentence that begins with yes or no needs no entry.
	 */
	readonly restart?: Partial<Readonly<Record<Restart, readonly string[]>>>;
	/**
	 * What stands beside the name of a product about the link on it, by the language of what it leads to: `English
	 * update`; under `und` where it says no language. Letter for letter.
	 */
	readonly downloadNotes?: Readonly<Record<string, readonly string[]>>;
	/** The first words of the line that a converter left at the end of the page. */
	readonly footers: readonly string[];
	/** The language's words in and around names of products. */
	readonly products?: ProductPhrases;
}

/**
 * Words in and around names of products. Case, hyphens, parentheses, quotation marks and the word `Microsoft` count for
 * nothing; `{n}` stands for a number, `{any}` at the end of a noise phrase for the rest of the text. Of two phrases that
 * fit, the longer one is taken.
 */
export interface ProductPhrases {
	/** Between two products: `a`, `nebo`, `及`. */
	readonly joiners?: readonly string[];
	/** Other names of families and hosts of the product data, by the name they have there. */
	readonly names?: Readonly<Record<string, readonly string[]>>;
	readonly platforms?: Partial<Readonly<Record<PlatformWord, readonly string[]>>>;
	/** By the English words of the edition, which may hold `{n}`: `Version {n}`, `for Mac`. */
	readonly editions?: Readonly<Record<string, readonly string[]>>;
	readonly servicePacks?: readonly string[];
	/** By the English words of the update: `Update Rollup {n}`. */
	readonly updates?: Readonly<Record<string, readonly string[]>>;
	readonly branches?: Readonly<Record<string, readonly string[]>>;
	readonly serverCore?: readonly string[];
	/** What runs on what, in the order of the language: `{component} on {product}`, `{product} with {component}`. */
	readonly hosts?: readonly string[];
	/** Words that say nothing about the product: `family`, `download the update`. */
	readonly noise?: readonly string[];
}

/** `64-bit` is x64 or Itanium, by the family. */
export type PlatformWord = 'x86' | 'x64' | 'ia64' | '64-bit';

/** A text, or a text that means its kind only in some places. */
export type Phrase =
	| string
	| {
			readonly text: string;
			/** Only under a section of one of these kinds, at any depth. */
			readonly under?: readonly SectionKind[];
			/** Only on pages of these kinds. */
			readonly in?: readonly Kind[];
	  };

export interface DateWords {
	/**
	 * How a date is printed: `{d}. {month} {y}`, `{y} 年 {m} 月 {d} 日`, `{weekday}, {d} de {month} de {y}`. White space
	 * is free, parts in `[ ]` may be left out. Numeric dates (`10.02.15`, `2015-3-10`) stand in `numeric`.
	 */
	readonly templates: readonly string[];
	/** Order of all-numeric dates with a two-digit year, by place; with four digits the year shows itself. */
	readonly numeric: { readonly dateline: NumericOrder; readonly revision: NumericOrder };
	/** Twelve lists, January first: every form in which a month is printed, frequent misprints too. */
	readonly months: readonly (readonly string[])[];
	/** Seven lists, Monday first; empty where the pages print none. */
	readonly weekdays: readonly (readonly string[])[];
}

export type NumericOrder = 'dmy' | 'mdy' | 'ymd';

export type ColumnRole =
	/** First column of the table of references, and its second one. */
	| 'reference'
	| 'identification'
	/** Rows of the table of references. */
	| 'reference-kb'
	| 'reference-cve'
	| 'reference-bulletin'
	/** Products that are affected, related or discussed. */
	| 'software'
	| 'not-affected-software'
	/** All affected software that the other heads of ratings do not name. */
	| 'other-software'
	| 'operating-system'
	| 'component'
	| 'update'
	| 'severity'
	| 'impact'
	| 'severity-and-impact'
	| 'replaces'
	| 'bulletin'
	| 'cve'
	| 'vulnerability'
	| 'file'
	| 'version'
	| 'platform'
	/** How likely an exploit is, in the latest and in older releases. */
	| 'exploitability-latest'
	| 'exploitability-older'
	| 'exploitability-denial-of-service'
	| 'key-notes'
	/** Whether a vulnerability was known, or exploited, before the update. */
	| 'disclosed'
	| 'exploited'
	/** Whether an update needs a restart: a key of tables about its deployment. */
	| 'restart'
	| 'other';
