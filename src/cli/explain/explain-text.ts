import type { LineIndex } from '../../text/text.ts';
import { counted } from '../quantity.ts';
import { excerpt } from '../screen/excerpt.ts';
import type { Paint } from '../screen/paint.ts';
import { wrapText } from '../screen/wrap.ts';
import type { Explanation, OfferShown, Origin } from './explanation.ts';

/** Lines that are shown of a value, of a stretch of the source, and places that are shown of a list. */
const SHOWN = { value: 12, source: 3, origins: 20 } as const;

const SCOPES: Readonly<Record<Explanation['scope'], string>> = {
	value: 'Read from',
	parts: 'Its parts read from',
	item: 'Has no place of its own; the item around it read from',
	none: 'Has no place in the source',
};

/** An explanation for the screen: the value, where it was read and by what, what was not taken. */
export function explainText(explanation: Explanation, lines: LineIndex, paint: Paint, width: number): string {
	const { field, value, scope, origins, taken, rejected } = explanation;
	const shown = origins.slice(0, SHOWN.origins);
	const rest = origins.length - shown.length;
	const bold = (text: string): string => paint('bold', text);
	const all = [
		bold(field),
		...valueLines(value, width),
		'',
		bold(SCOPES[scope]),
		...(taken === null
			? ['  no reader found anything for the field']
			: [`  field ${field.split('/')[1]}: ${chain(taken)}, ${taken.origin}`]),
		...shown.flatMap((origin) => [
			`  ${originLine(origin)}`,
			...excerpt(origin.source, lines, paint, width, SHOWN.source),
		]),
		...(rest > 0 ? [`  ... ${counted(rest, 'place')} more; --json has all`] : []),
		...(rejected.length > 0 ? ['', bold(`Not taken (${rejected.length})`)] : []),
		...rejected.flatMap((offer) => rejectedLines(offer, lines, paint, width)),
	];
	return all.map((line) => `${line}\n`).join('');
}

const chain = ({ rule, pack }: { readonly rule: string; readonly pack: string | null }): string =>
	`reader ${rule}${pack === null ? '' : `, pack entry ${pack}`}`;

const originLine = (origin: Origin): string => `${origin.pointer}: ${chain(origin)}`;

function rejectedLines(offer: OfferShown, lines: LineIndex, paint: Paint, width: number): string[] {
	const [first = '', ...others] = valueLines(offer.value, width);
	const place = offer.source === null ? [] : excerpt(offer.source, lines, paint, width, SHOWN.source);
	return [first, ...others, `    ${offer.origin}: ${chain(offer)}`, ...place];
}

function valueLines(value: unknown, width: number): string[] {
	const isText = typeof value === 'string';
	const text = isText ? value : JSON.stringify(value, null, 2);
	const lines = isText ? wrapText(text, width - 2) : text.split('\n').map((line) => line.slice(0, width - 2));
	const shown = lines.length > SHOWN.value ? lines.slice(0, SHOWN.value - 1) : lines;
	const size = Array.isArray(value) ? counted(value.length, 'item') : `${text.length} letters`;
	return [...shown, ...(shown.length < lines.length ? [`... ${size}; --json has all`] : [])].map((line) => `  ${line}`);
}
