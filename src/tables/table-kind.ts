import type { SectionKind } from '../advisory/words.ts';
import type { ColumnRole } from '../language/pack.ts';
import type { Language } from '../language/prepare.ts';
import { isWithin, type Section } from '../outline/section.ts';
import { isExploitabilityTable } from './exploitability-table.ts';
import type { Grid } from './grid.ts';
import type { Column, Header } from './header.ts';
import { productColumns } from './rating-matrix.ts';
import { isReferenceTable } from './reference-table.ts';
import { isReplacementMatrix } from './replacement-matrix.ts';
import { productColumn } from './software-rows.ts';
import { isVulnerabilityTable } from './vulnerability-table.ts';

/** What a table tells. `unread` names products, but has columns that no pack knows. */
export type TableKind =
	| 'references'
	| 'exploitability'
	| 'vulnerabilities'
	| 'replacements'
	| 'matrix'
	| 'software'
	| 'unread'
	| 'other';

/** Sections whose tables list products only to say how an update is found or installed on them. */
const NOT_ABOUT: readonly SectionKind[] = [
	'detection-and-deployment',
	'deployment',
	'deployment-platform',
	'update-information',
	'installation',
	'removal',
	'file-information',
	'verification',
	'prerequisites',
	'restart',
	'workarounds',
	'faq',
];

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

export const isSoftwareSection = ({ kind }: Section): boolean =>
	kind === 'affected-software' || kind === 'non-affected-software';

/** Tells the kind of a table by its header, its cells and its section. */
export function kindOfTable(grid: Grid, header: Header, section: Section, readers: readonly Language[]): TableKind {
	if (isReferenceTable(grid, header, readers)) return 'references';
	if (isExploitabilityTable(header)) return 'exploitability';
	if (isVulnerabilityTable(header)) return 'vulnerabilities';
	if (isReplacementMatrix(grid, header, readers)) return 'replacements';
	if (NOT_ABOUT.some((kind) => isWithin(section, kind))) return 'other';
	if (productColumns(header, readers).some(({ names }) => names.products.length > 0)) return 'matrix';
	if (isSoftwareTable(grid, header, section)) return 'software';
	return productColumn(header) >= 0 || isSoftwareSection(section) ? 'unread' : 'other';
}

/** What only a table of products has beside its first column. */
const TELLS: ReadonlySet<ColumnRole> = new Set(['severity', 'impact', 'severity-and-impact', 'replaces']);

/**
 * A product column, beside it only columns that belong to products. The first column is one whatever its head, in a
 * section about software or beside ratings; in such a section a table without a head will do.
 */
function isSoftwareTable(grid: Grid, header: Header, section: Section): boolean {
	const [first, ...others] = header.columns;
	if (productColumn(header) >= 0) return header.columns.every(belongs);
	if (first?.role !== null || !others.every(belongs)) return false;
	const tells =
		first.text !== '' && others.some(({ role, cves }) => cves.length > 0 || (role !== null && TELLS.has(role)));
	if (tells) return true;
	return (
		isSoftwareSection(section) && (grid.width === 1 || others.some(({ text }) => text !== '') === (first.text !== ''))
	);
}

const belongs = ({ role, text, cves }: Column): boolean =>
	text === '' || cves.length > 0 || (role !== null && BESIDE.has(role));
