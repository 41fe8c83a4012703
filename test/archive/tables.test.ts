import { expect, test } from 'vitest';
import { readPage } from '../../src/index-portable.ts';
import { decode } from '../../src/text/decode.ts';
import { ARCHIVE, archivePages, NO_ARCHIVE, ONE_PASS } from './archive-pages.ts';

interface Count {
	html: number;
	rows: number;
	cells: number;
	pipe: number;
}

const DELIMITER_ROW = /^[ \t>]*\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|[ \t]*$/;

/** Counts tags and delimiter rows in the text, with nothing of the library's own readers. */
function countInText(text: string): Count {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	const lines = text.replace(/<table[\s>][\s\S]*?<\/table\s*>/gi, '').split(/\r\n|\r|\n/);
	return {
		html: count(/<table[\s>]/gi),
		rows: count(/<tr[\s/>]/gi),
		cells: count(/<t[dh][\s/>]/gi),
		pipe: lines.filter((line, index) => DELIMITER_ROW.test(line) && lines[index - 1]?.includes('|')).length,
	};
}

function countInBlocks(content: Uint8Array): Count {
	const count: Count = { html: 0, rows: 0, cells: 0, pipe: 0 };
	for (const block of readPage(content)?.blocks ?? []) {
		if (block.kind !== 'table') continue;
		if (block.table.syntax === 'pipe') {
			count.pipe++;
			continue;
		}
		count.html++;
		const rows = block.table.rows.filter(({ kind }) => kind !== 'stray');
		count.rows += rows.length;
		count.cells += rows.reduce((sum, { cells }) => sum + cells.length, 0);
	}
	return count;
}

test('the archive has as many tables, rows and cells as its source', { timeout: ONE_PASS }, (context) => {
	if (ARCHIVE === null) return context.skip(NO_ARCHIVE);
	const total: Count = { html: 0, rows: 0, cells: 0, pipe: 0 };
	const torn: string[] = [];
	for (const { path, content } of archivePages(ARCHIVE)) {
		const decoded = decode(content);
		if ('reject' in decoded) continue;
		const expected = countInText(decoded.text.value);
		const given = countInBlocks(content);
		for (const key of Object.keys(total) as (keyof Count)[]) {
			total[key] += given[key];
			if (given[key] !== expected[key]) torn.push(`${path}: ${key} ${given[key]} of ${expected[key]}`);
		}
	}
	console.log(`archive: ${JSON.stringify(total)}`);
	expect(torn).toEqual([]);
	expect(total.html).toBeGreaterThan(0);
});
