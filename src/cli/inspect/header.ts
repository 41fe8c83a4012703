import type { Advisory } from '../../advisory/schema.ts';
import { padToWidth } from '../screen/display-width.ts';
import type { Paint } from '../screen/paint.ts';
import { wrapText } from '../screen/wrap.ts';

const LABEL = 16;

/** The fields of the page as a whole, one a line; long ones go on below, a missing one is `-`. */
export function headerLines(advisory: Advisory, paint: Paint, width: number): string[] {
	const { source } = advisory;
	const fields: (readonly [string, string | null])[] = [
		['title', advisory.title],
		['headline', advisory.headline],
		['key', advisory.key],
		['kind', advisory.kind],
		['locale', `${advisory.locale}, written in ${advisory.language ?? 'an unknown language'}`],
		['published', advisory.published],
		['updated', advisory.updated],
		['version', advisory.version],
		['severity', advisory.severity],
		['impacts', advisory.impacts.join(', ')],
		['restart', advisory.restart],
		['summary', advisory.summary],
		['recommendation', advisory.recommendation],
		['known issues', advisory.knownIssues && [...advisory.knownIssues.kb, advisory.knownIssues.text ?? ''].join(' ')],
		['articles', advisory.kb.map(({ id, roles }) => `${id} (${roles.join(', ')})`).join(', ')],
		['CVEs', advisory.cves.map(({ id }) => id).join(', ')],
		['bulletins', advisory.bulletins.map(({ id }) => id).join(', ')],
		['replaces', advisory.replaces.map(({ bulletin, kb }) => [bulletin ?? '', kb ?? ''].join(' ').trim()).join(', ')],
		['families', advisory.productFamilies.join(', ')],
		['links', `${advisory.links.length}`],
		['source', `${source.path ?? 'no path'}, ${source.format}, ${source.encoding}, ${source.bytes} bytes`],
		['address', source.url],
		['made by', advisory.generator],
	];
	return fields.flatMap(([label, value]) => field(label, value, paint, width));
}

function field(label: string, value: string | null, paint: Paint, width: number): string[] {
	const lines = wrapText(value ?? '', width - LABEL);
	if (lines.length === 0) lines.push(paint('dim', '-'));
	return lines.map((line, at) => `${padToWidth(at === 0 ? label : '', LABEL)}${line}`);
}
