import { type Facts, SCRIPTS } from './scripts.ts';

interface Row {
	readonly product: string;
	readonly kb?: string;
	readonly severity?: string | null;
}

interface Invented {
	readonly id?: string;
	readonly kind?: string;
	readonly published?: string | null;
	readonly severity?: string | null;
	readonly cves?: readonly string[];
	readonly rows?: readonly Row[];
	readonly questions?: number;
	/** What each of them is about: an index into `cves`. */
	readonly workarounds?: readonly (number | null)[];
	readonly versions?: readonly string[];
}

/** Facts of an invented record; its rows stand on lines 40, 41 …, its CVEs on lines 20, 21 … */
export function page(tag: string, invented: Invented = {}): Facts {
	const { id = 'MS99-001', kind = 'bulletin', published = '2099-01-12', severity = 'critical' } = invented;
	const { cves = ['CVE-2099-0001'], rows = [{ product: 'Windows 9' }], versions = ['1.0'] } = invented;
	const { questions = 2, workarounds = [] } = invented;
	const record = {
		id,
		kind,
		locale: tag,
		source: { path: `${tag}/${id}.md` },
		published,
		severity,
		revisions: versions.map((version) => ({ version })),
		kb: [{ id: '999001', line: 12 }],
		cves: cves.map((cve, index) => ({ id: cve, line: 20 + index })),
		affectedSoftware: rows.map(({ product, kb = '999001', severity: rated = 'critical' }, index) => ({
			canonicalProducts: [product],
			canonicalComponent: null,
			component: null,
			kb: [kb],
			severity: rated,
			line: 40 + index,
		})),
		vulnerabilities: cves.map((cve) => ({ cve })),
		faq: Array.from({ length: questions }, (_, index) => ({ line: 80 + index, vulnerability: null })),
		mitigations: [],
		workarounds: workarounds.map((vulnerability, index) => ({ line: 90 + index, vulnerability })),
	};
	return SCRIPTS.factsOf(record, { title: 10, published: 16, severity: 18 });
}

/** The differences of invented pages of one document, by measure; a measure without occasion is missing. */
export function differencesOf(...pages: readonly Facts[]) {
	const [group] = SCRIPTS.groupByDocument(pages);
	if (group === undefined) throw new Error('no pages');
	return Object.fromEntries(SCRIPTS.compareDocument(group).map(({ measure, differences }) => [measure, differences]));
}
