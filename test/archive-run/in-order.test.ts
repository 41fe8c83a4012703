import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/archive/in-order.ts';
import { collect } from '../archive-sources/temporary-folder.ts';

/** Work that ends when it is told to. */
function workshop() {
	const running = new Map<number, (result: string) => void>();
	const begin = async (item: number) => ({
		result: new Promise<string>((resolve) => running.set(item, resolve)),
	});
	return { running, begin, finish: (item: number) => running.get(item)?.(`done ${item}`) };
}

async function* numbers(count: number, asked: number[] = []) {
	for (let number = 1; number <= count; number += 1) {
		asked.push(number);
		yield number;
	}
}

const WINDOW = { items: 3, bytes: 1000, sizeOf: () => 1 };

async function settle(): Promise<void> {
	for (let turn = 0; turn < 5; turn += 1) await soon();
}

describe('inOrder', () => {
	it('gives results in the order of the items, whichever is done first', async () => {
		const { begin, finish } = workshop();
		const all = collect(inOrder(numbers(3), begin, WINDOW));
		await settle();
		for (const item of [3, 1, 2]) finish(item);
		expect(await all).toEqual(['done 1', 'done 2', 'done 3']);
	});

	it('asks for no more than the window holds until a result is taken', async () => {
		const { begin, finish } = workshop();
		const asked: number[] = [];
		const results = inOrder(numbers(100, asked), begin, WINDOW);
		const first = results.next();
		await settle();
		expect(asked).toEqual([1, 2, 3]);
		for (const item of [2, 3]) finish(item);
		await settle();
		expect(asked).toEqual([1, 2, 3]);
		finish(1);
		expect((await first).value).toBe('done 1');
		await settle();
		expect(asked).toEqual([1, 2, 3, 4]);
	});

	it('counts bytes, and lets an item through that is larger than the window', async () => {
		const { begin, running } = workshop();
		const results = inOrder(numbers(9), begin, { items: 100, bytes: 10, sizeOf: (item) => (item === 1 ? 4 : 50) });
		void results.next();
		await settle();
		expect([...running.keys()]).toEqual([1, 2]);
	});

	it('tells of an error of the source behind the results before it', async () => {
		async function* broken() {
			yield 1;
			throw new Error('the source broke');
		}
		const seen: string[] = [];
		const { begin, finish } = workshop();
		const reading = (async () => {
			for await (const result of inOrder(broken(), begin, WINDOW)) seen.push(result);
		})();
		await settle();
		finish(1);
		await expect(reading).rejects.toThrow('the source broke');
		expect(seen).toEqual(['done 1']);
	});

	it('ends the source when nobody reads on', async () => {
		let isEnded = false;
		async function* source() {
			try {
				yield* numbers(100);
			} finally {
				isEnded = true;
			}
		}
		const { begin, finish } = workshop();
		const results = inOrder(source(), begin, WINDOW);
		const first = results.next();
		await settle();
		finish(1);
		await first;
		await results.return(undefined);
		await settle();
		expect(isEnded).toBe(true);
	});
});
