import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { LineIndex } from '../../text/text.ts';
import { excerpt } from '../screen/excerpt.ts';
import type { Paint } from '../screen/paint.ts';
import { wrapText } from '../screen/wrap.ts';

const STYLES = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Each diagnostic, with the line of the source under it and carets under what is meant. */
export function diagnosticLines(
	diagnostics: readonly Diagnostic[],
	source: LineIndex,
	paint: Paint,
	width: number,
): string[] {
	return diagnostics.flatMap((diagnostic) => {
		const { severity, rule, message, line, column, actual, expected } = diagnostic;
		const place = line === null ? '' : ` ${line}:${column ?? 1}`;
		const head = `${paint(STYLES[severity], severity)} ${paint('bold', rule)}${place}`;
		const facts = [message];
		if (actual !== null) facts.push(`has: ${actual}`);
		if (expected !== null) facts.push(`expected: ${expected}`);
		const lines = facts.flatMap((fact) => wrapText(fact, width - 2)).map((fact) => `  ${fact}`);
		return [head, ...lines, ...excerpt(diagnostic, source, paint, width)];
	});
}
