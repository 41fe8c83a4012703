/** The parts of `npm run conformance`, which are plain JavaScript, with the types that the tests need. */

export interface Facts {
	readonly id: string;
	readonly kind: string;
	readonly path: string;
	readonly revisions: string;
	readonly [field: string]: unknown;
}

export interface Difference {
	readonly id: string;
	readonly measure: string;
	readonly paths: readonly [string, string];
	readonly lines: readonly [number, number];
	readonly values: readonly [unknown, unknown];
	readonly sameRevision: boolean;
	readonly absent?: { readonly id: string; readonly from: string };
	readonly stands?: string | null;
}

interface Compared {
	readonly id: string;
	readonly measure: string;
	readonly differences: readonly Difference[];
}

interface Sum {
	readonly documents: number;
	readonly agree: number;
	readonly inPages: number;
}

interface Scripts {
	readonly factsOf: (record: object, lines?: object) => Facts;
	readonly groupByDocument: (pages: readonly Facts[]) => { id: string; kind: string; pages: Facts[] }[];
	readonly compareDocument: (group: object) => Compared[];
	readonly judge: (
		difference: Difference,
		isPrinted: (path: string, id: string) => boolean,
		isListed: (difference: Difference) => boolean,
	) => Difference;
	readonly tally: (
		compared: readonly Compared[],
		states: ReadonlyMap<string, boolean>,
	) => Readonly<Record<string, { all: Sum; same: Sum; other: Sum }>>;
	readonly isPrintedIn: (source: string, id: string) => boolean;
	readonly lineOfPrint: (source: string, id: string) => number | null;
	readonly readDifferences: (text: string) => Record<string, string>[];
	readonly lookUp: (entries: readonly object[]) => {
		isListed(difference: Difference): boolean;
		left(): Record<string, string>[];
	};
	readonly entryOf: (difference: Difference, side?: 0 | 1) => Record<string, string>;
	readonly agreementTable: (sums: object) => string;
	readonly differenceText: (difference: Difference) => string;
	readonly truthList: (
		disagreements: readonly object[],
		facts: ReadonlyMap<string, Facts>,
		sourceOf: (path: string) => string,
	) => string;
	readonly readTruthDifferences: (text: string) => {
		isListed(side: 'pages' | 'truth', id: string, locale: string, pair: string): boolean;
		left(): string[][];
	};
	readonly withoutListed: (
		scored: object,
		isListed: (side: string, pair: string) => boolean,
		byMark: (pair: string) => boolean,
	) => Readonly<Record<string, number | null>>;
	readonly marked: (record: object, page: object) => (pair: string) => boolean;
	readonly rowMeasuresTable: (sums: object) => string;
}

const FILES = [
	'facts',
	'compare-documents',
	'printed',
	'page-differences',
	'report',
	'truth-list',
	'truth-differences',
];

const modules = await Promise.all(
	FILES.map((name) => import(/* @vite-ignore */ new URL(`../../scripts/conformance/${name}.js`, import.meta.url).href)),
);

export const SCRIPTS = Object.assign({}, ...modules) as Scripts;
