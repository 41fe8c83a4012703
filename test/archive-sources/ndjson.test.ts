import { describe, expect, it } from 'vitest';
import { blankAdvisory } from '../../src/advisory/blank.ts';
import { diagnosticsLine, recordLine, rejectLine } from '../../src/archive/ndjson.ts';
import { stubParser } from './stub-parser.ts';

describe('NDJSON', () => {
	it('has a record in one line, keys in the order of the contract', () => {
		const line = recordLine({ ...blankAdvisory(), title: 'a\nb' });
		expect(line.indexOf('\n')).toBe(line.length - 1);
		expect(Object.keys(JSON.parse(line))).toEqual(Object.keys(blankAdvisory()));
	});

	it('has path, reason, hash and diagnostics of a reject', () => {
		const result = { ...stubParser('!index-page', {}), path: 'a.md', bytes: 1 };
		const line = JSON.parse(rejectLine(result, 'f00d'));
		expect(Object.keys(line)).toEqual(['path', 'reject', 'sha256', 'diagnostics']);
		expect(line).toEqual({ path: 'a.md', reject: 'index-page', sha256: 'f00d', diagnostics: result.diagnostics });
	});

	it('has path, key and diagnostics of an accepted page, also where there are none', () => {
		const advisory = { ...blankAdvisory(), key: 'k' };
		expect(diagnosticsLine('a.md', advisory, [])).toBe('{"path":"a.md","key":"k","diagnostics":[]}\n');
	});
});
