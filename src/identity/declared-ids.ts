import { bulletinId, researchId } from '../mentions/forms.ts';

/** Months as English ids have them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Word forms of months in all languages, with their number from 1 on. */
export type MonthNames = readonly (readonly [string, number])[];

/** The canonical form of an id as front matter, addresses and file names write it; `null` where it is none. */
export function readId(raw: string, months: MonthNames): string | null {
	const text = raw.trim().replace(/[\u2010-\u2015\u2212]/g, '-');
	const bulletin = /^ms(\d\d)-{0,2}(\d{3})$/i.exec(text);
	if (bulletin !== null) return bulletinId(bulletin[1] as string, bulletin[2] as string);
	const research = /^msvr(\d\d)-?(\d{3})$/i.exec(text);
	if (research !== null) return researchId(research[1] as string, research[2] as string);
	if (/^\d{6,7}$/.test(text)) return text;
	return readMonthId(text, months);
}

/** `ms14-mar`, `MS14-MÄRZ`, `MS14-5 月`, `ms10-jan-oob`. */
function readMonthId(text: string, months: MonthNames): string | null {
	const match = /^ms(\d\d)-?([\p{L}\d .]+?)(?:-([a-z]+\d?))?$/iu.exec(text);
	if (match === null) return null;
	const word = (match[2] as string).normalize('NFKC').toLowerCase().replace(/[\s.]/g, '');
	const month = monthOf(word, months);
	const suffix = match[3] === undefined ? '' : `-${match[3].toUpperCase()}`;
	return month === null ? null : `MS${match[1]}-${(MONTHS[month - 1] as string).toUpperCase()}${suffix}`;
}

function monthOf(word: string, months: MonthNames): number | null {
	const english = MONTHS.indexOf(word.slice(0, 3) as (typeof MONTHS)[number]);
	if (english >= 0 && /^[a-z]+$/.test(word)) return english + 1;
	const numbers = new Set(
		months
			.filter(([name]) =>
				/\d/.test(word) ? name.replace(/\s/g, '') === word : word.length >= 3 && name.startsWith(word),
			)
			.map(([, number]) => number),
	);
	const [only] = numbers;
	return numbers.size === 1 ? (only as number) : null;
}

/** The id in the last part of an address: `…/library/954474(v=Security.10)`, `…/advisory/954474.mspx`. */
export function idOfAddress(address: string, months: MonthNames): string | null {
	const part = /\/([^/?#()]+?)(?:\(v=[^)]*\))?(?:\.(?:aspx|mspx|asp|html?|md))?\/?'?(?:[?#].*)?$/i.exec(address)?.[1];
	return part === undefined ? null : readId(part, months);
}

/** The id in a file name: `954474.md`, `ms08-067.html`, older ones with the content key behind it. */
export function idOfPath(path: string, months: MonthNames): string | null {
	const name = /([^/\\]+?)(?:\.[a-z0-9]+)?$/i.exec(path)?.[1];
	if (name === undefined) return null;
	return readId(name, months) ?? readId(name.replace(/-\d{6,}$/, ''), months);
}
