import type { Advisory, SoftwareRow } from '../../advisory/schema.ts';
import type { Paint } from '../screen/paint.ts';
import { printable } from '../screen/printable.ts';
import { type Align, layTable } from '../screen/table.ts';

interface Column<Row> {
	readonly header: string;
	readonly cell: (row: Row) => string | null;
	readonly align?: Align;
}

const line = { header: 'line', cell: (row: { readonly line: number }) => `${row.line}`, align: 'right' } as const;
const impactsOf = (row: { readonly impacts: readonly string[] }): string => row.impacts.join(', ');
const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

const SOFTWARE: readonly Column<SoftwareRow>[] = [
	line,
	{ header: 'group', cell: (row) => row.group },
	{ header: 'product', cell: (row) => row.product },
	{ header: 'component', cell: (row) => row.component },
	{
		header: 'canonical',
		cell: (row) => [...row.canonicalProducts, row.canonicalComponent ?? ''].join(', ').replace(/, $/, ''),
	},
	{ header: 'bulletin', cell: (row) => row.bulletin },
	{ header: 'kb', cell: (row) => row.kb.join(', ') },
	{ header: 'severity', cell: (row) => row.severity },
	{ header: 'impacts', cell: impactsOf },
	{ header: 'ratings', cell: (row) => (row.ratings.length === 0 ? null : `${row.ratings.length}`), align: 'right' },
	{
		header: 'replaces',
		cell: (row) => row.replaces.map(({ bulletin, kb }) => [bulletin ?? '', kb ?? ''].join(' ').trim()).join(', '),
	},
	{ header: 'notes', cell: (row) => row.footnotes.join(' ') },
];

const VULNERABILITIES: readonly Column<Advisory['vulnerabilities'][number]>[] = [
	line,
	{ header: 'cve', cell: (row) => row.cve },
	{ header: 'title', cell: (row) => row.title },
	{ header: 'bulletin', cell: (row) => row.bulletin },
	{ header: 'public', cell: (row) => yesOrNo(row.publiclyDisclosed) },
	{ header: 'exploited', cell: (row) => yesOrNo(row.exploited) },
	{ header: 'latest', cell: (row) => (row.exploitability === null ? null : `${row.exploitability.latest ?? '-'}`) },
	{ header: 'older', cell: (row) => (row.exploitability === null ? null : `${row.exploitability.older ?? '-'}`) },
];

const UNJOINED: readonly Column<Advisory['unjoinedRatings'][number]>[] = [
	line,
	{ header: 'product', cell: (row) => row.product },
	{ header: 'component', cell: (row) => row.component },
	{ header: 'cve', cell: (row) => row.cve },
	{ header: 'status', cell: (row) => row.status },
	{ header: 'severity', cell: (row) => row.severity },
	{ header: 'impacts', cell: impactsOf },
];

const REVISIONS: readonly Column<Advisory['revisions'][number]>[] = [
	line,
	{ header: 'version', cell: (row) => row.version ?? '-' },
	{ header: 'date', cell: (row) => row.date ?? '-' },
	{ header: 'text', cell: (row) => row.text, align: 'wrap' },
];

const lay = <Row>(columns: readonly Column<Row>[]) => {
	return (rows: readonly Row[], paint: Paint, width: number): string => {
		// columns in which no row says anything only take room
		const used = columns.filter(({ cell }) => rows.some((row) => (cell(row) ?? '') !== ''));
		return layTable(
			rows.map((row) => used.map(({ cell }) => printable(cell(row) ?? ''))),
			{
				width,
				headers: used.map(({ header }) => header),
				align: used.map(({ align = 'left' }) => align),
				paint: (header) => paint('dim', header),
			},
		);
	};
};

export const softwareTable = lay(SOFTWARE);
export const vulnerabilityTable = lay(VULNERABILITIES);
export const unjoinedTable = lay(UNJOINED);
export const revisionTable = lay(REVISIONS);
