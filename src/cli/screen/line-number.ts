/** Columns before the text of a line that begins with a line number. */
export const LINE_WIDTH = 7;

/** The line of the source, right-aligned; blanks where there is none. */
export function lineNumber(line: number | null): string {
	return `${`${line ?? ''}`.padStart(LINE_WIDTH - 2)}  `;
}
