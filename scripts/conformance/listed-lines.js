// Lists of differences that somebody has read: tab-separated, one a line below a line of heads.

/** The cells of each line. Throws where a line has not as many cells as `head`; `file` is what the error calls the list. */
export function listedLines(text, head, file) {
	return text
		.split('\n')
		.map((line, index) => ({ line: line.trimEnd(), number: index + 1 }))
		.filter(({ line, number }) => line !== '' && number > 1)
		.map(({ line, number }) => {
			const cells = line.split('\t');
			if (cells.length !== head.length) {
				throw new Error(`${file}:${number}: ${cells.length} cells instead of ${head.length}`);
			}
			return cells;
		});
}
