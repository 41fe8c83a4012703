import { expect, it } from 'vitest';
import { untilStopped } from '../../src/archive/until-stopped.ts';
import { collect } from '../archive-sources/temporary-folder.ts';

it('gives all items where nobody stops it', async () => {
	async function* items() {
		yield* [1, 2];
	}
	expect(await collect(untilStopped(items(), new AbortController().signal))).toEqual([1, 2]);
});

it('ends at the signal, also while the source waits for ever', async () => {
	async function* items() {
		yield 1;
		await new Promise(() => {});
	}
	const stop = new AbortController();
	const seen: number[] = [];
	for await (const item of untilStopped(items(), stop.signal)) {
		seen.push(item);
		setTimeout(() => stop.abort(), 1);
	}
	expect(seen).toEqual([1]);
});

it('tells of the errors of the source', async () => {
	async function* items() {
		yield 1;
		throw new Error('broken');
	}
	await expect(collect(untilStopped(items(), new AbortController().signal))).rejects.toThrow('broken');
});
