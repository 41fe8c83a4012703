import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../src/archive/gunzip.ts';

/** What comes out, in whatever pieces the packed bytes come, and what goes wrong then. */
async function unpack(packed: Uint8Array, pieces: number) {
	async function* chunks() {
		for (let at = 0; at < packed.length; at += pieces) yield packed.subarray(at, at + pieces);
	}
	const out: Uint8Array[] = [];
	try {
		for await (const piece of gunzip(chunks())) out.push(piece);
	} catch (error) {
		return { text: Buffer.concat(out).toString('latin1'), problem: (error as Error).message };
	}
	return { text: Buffer.concat(out).toString('latin1'), problem: null };
}

describe.each([1, 5, 1 << 18])('gunzip in pieces of %i bytes', (pieces) => {
	const one = Buffer.from('one'.repeat(1000));
	const two = randomBytes(1000);
	const [first, second] = [gzipSync(one), gzipSync(two)];

	it.each([
		['one member', [first], one, null],
		['several', [first, second, first], Buffer.concat([one, two, one]), null],
		['nothing packed', [gzipSync('')], Buffer.alloc(0), null],
		['zeros behind the end', [first, second, Buffer.alloc(700)], Buffer.concat([one, two]), null],
		['something else behind the end', [first, Buffer.from('else')], one, 'something else follows its end'],
		['what only begins like a member', [first, Buffer.from('\x1felse')], one, 'something else follows its end'],
		['something behind zeros', [first, Buffer.alloc(9), second], one, 'something else follows its end'],
		['a torn trailer', [first.subarray(0, -1)], one, 'it ends too early'],
		['a torn header behind the end', [first, second.subarray(0, 7)], one, 'it ends too early'],
		['a wrong checksum', [damaged(first, -8), second], one, 'incorrect data check'],
		['a wrong length', [damaged(first, -4)], one, 'incorrect length check'],
		['another method', [damaged(first, 2)], Buffer.alloc(0), 'incorrect header check'],
		['something else', [Buffer.from('no gzip at all')], Buffer.alloc(0), 'incorrect header check'],
	])('%s', async (_, parts, text, problem) => {
		expect(await unpack(Buffer.concat(parts), pieces)).toEqual({ text: text.toString('latin1'), problem });
	});

	it('gives all that comes before an end that is too early', async () => {
		const stored = gzipSync(two, { level: 0 });
		const { text, problem } = await unpack(stored.subarray(0, 500), pieces);
		expect(problem).toBe('it ends too early');
		expect(text.length).toBeGreaterThan(450);
		expect(two.toString('latin1').startsWith(text)).toBe(true);
	});

	it('passes over all that a header may have', async () => {
		const fields = Buffer.from('\x03\x00abcname\x00comment\x00cc', 'latin1');
		const header = Buffer.concat([first.subarray(0, 3), Buffer.of(2 | 4 | 8 | 16), first.subarray(4, 10), fields]);
		expect(await unpack(Buffer.concat([header, first.subarray(10)]), pieces)).toEqual({
			text: one.toString('latin1'),
			problem: null,
		});
	});

	it('reads what gzip writes', async () => {
		const { stdout, status } = spawnSync('gzip', ['-c', '-N', import.meta.filename]);
		if (status !== 0) return;
		expect((await unpack(stdout, pieces)).text).toContain('reads what gzip writes');
	});
});

function damaged(bytes: Buffer, at: number): Buffer {
	const copy = Buffer.from(bytes);
	const place = at < 0 ? copy.length + at : at;
	copy[place] = (copy[place] ?? 0) ^ 1;
	return copy;
}
