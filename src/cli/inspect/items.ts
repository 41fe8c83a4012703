import type { Advisory, TextItem } from '../../advisory/schema.ts';
import { LINE_WIDTH, lineNumber } from '../screen/line-number.ts';
import type { Paint } from '../screen/paint.ts';
import { wrapText } from '../screen/wrap.ts';

/** Lines of a long text that are shown; the record has the rest. */
const SHOWN = 4;

/** Question, then the beginning of the answer. */
export function faqLines({ faq }: Pick<Advisory, 'faq'>, paint: Paint, width: number): string[] {
	return faq.flatMap(({ question, answer, line }) => [
		...numbered(question, line, width).map((text) => paint('bold', text)),
		...beginning(answer, width),
	]);
}

export function itemLines(items: readonly TextItem[], width: number): string[] {
	return items.flatMap(({ text, line }) => numbered(text, line, width).slice(0, SHOWN));
}

const numbered = (text: string, line: number, width: number): string[] =>
	wrapText(text, width - LINE_WIDTH).map((part, at) => `${lineNumber(at === 0 ? line : null)}${part}`);

function beginning(text: string, width: number): string[] {
	const lines = wrapText(text, width - LINE_WIDTH);
	const shown = lines.length > SHOWN ? [...lines.slice(0, SHOWN - 1), `... ${text.length} letters`] : lines;
	return shown.map((line) => `${lineNumber(null)}${line}`);
}
