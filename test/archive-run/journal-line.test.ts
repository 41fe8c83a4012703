import { describe, expect, it } from 'vitest';
import { blankAdvisory } from '../../src/advisory/blank.ts';
import { readJournalLine } from '../../src/archive/journal-line.ts';
import { recordLine, rejectLine } from '../../src/archive/ndjson.ts';
import { stubParser } from '../archive-sources/stub-parser.ts';

const ENTICING = 'a","source":{"path":"wrong","sha256":"wrong"}},"language":"x","diagnostics":[] \u2028 }';

describe('readJournalLine', () => {
	it('finds the keys of a record, whatever its texts contain', () => {
		const blank = blankAdvisory();
		const record = {
			...blank,
			generator: 'g',
			id: '954474',
			kind: 'bulletin' as const,
			locale: 'zh-TW',
			title: ENTICING,
			summary: ENTICING,
			source: { ...blank.source, path: ENTICING, sha256: 'f00d', tocTitle: ENTICING },
		};
		expect(readJournalLine(Buffer.from(recordLine(record).trimEnd()))).toEqual({
			path: ENTICING,
			sha256: 'f00d',
			reject: null,
			generator: 'g',
			document: { id: '954474', kind: 'bulletin', locale: 'zh-TW' },
		});
	});

	it('takes a line with a hole of zeros for nothing, as a loss of power leaves it', () => {
		const line = Buffer.from(recordLine({ ...blankAdvisory(), summary: 'A'.repeat(100) }).trimEnd());
		expect(readJournalLine(line)).not.toBe(null);
		line.fill(0, line.indexOf('AAAA'), line.indexOf('AAAA') + 50);
		expect(readJournalLine(line)).toBe(null);
	});

	it('finds those of a reject', () => {
		const result = { ...stubParser('!index-page', {}), path: ENTICING, bytes: 1 };
		const line = Buffer.from(rejectLine(result, 'f00d').trimEnd());
		expect(readJournalLine(line)).toMatchObject({ path: ENTICING, sha256: 'f00d', reject: 'index-page' });
	});

	it.each(['', '{}', '[]', 'null', '{"schema":1}', '{"schema":1,"language":2,"source":3', '{"path":"a","reject":"b"'])(
		'takes %j for nothing',
		(line) => {
			expect(readJournalLine(Buffer.from(line))).toBe(null);
		},
	);

	it('takes a torn record for nothing, wherever it is torn', () => {
		const line = Buffer.from(recordLine({ ...blankAdvisory(), id: '1' }).trimEnd());
		for (let length = 0; length < line.length; length += 1) {
			expect(readJournalLine(line.subarray(0, length))).toBe(null);
		}
	});
});
