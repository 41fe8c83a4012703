import { describe, expect, it, onTestFinished } from 'vitest';
import { inOrder } from '../../src/archive/in-order.ts';
import { hashPage } from '../../src/archive/normalize-pages.ts';
import { openPool } from '../../src/archive/worker-pool.ts';

const STAND_IN = new URL('./stand-in-worker.js', import.meta.url);

/** Reads pages on threads that run the stand-in; to what became of each: its rule and what is said of it. */
async function read(contents: readonly string[], threads: number, limits: { pageTimeout?: number } = {}) {
	const pool = openPool(
		threads,
		{
			file: STAND_IN,
			worker: { shape: 'result', options: {}, engine: null },
			pageTimeout: limits.pageTimeout ?? 20_000,
			workerMemory: 64,
		},
		'result',
	);
	onTestFinished(() => pool.close());
	async function* pages() {
		for (const [index, content] of contents.entries()) yield hashPage({ path: `${index}`, content });
	}
	const seen: (string | null)[][] = [];
	for await (const { path, advisory, diagnostics } of inOrder(pages(), pool.begin, {
		items: 10,
		bytes: 1000,
		sizeOf: () => 1,
	})) {
		expect(advisory).toBe(null);
		const [first] = diagnostics;
		seen.push([path, first?.rule ?? 'read', first?.actual ?? '']);
	}
	return seen;
}

describe('a bad page costs itself', () => {
	it('among pages that hang, take all memory, end their thread or throw, all others are read', async () => {
		const pages = ['a', 'hang', 'b', 'c', 'memory', 'd', 'exit', 'e', 'throw', 'f', 'g'];
		expect(await read(pages, 2, { pageTimeout: 2000 })).toEqual([
			['0', 'read', ''],
			['1', 'page-timeout', '2 s'],
			['2', 'read', ''],
			['3', 'read', ''],
			['4', 'page-memory', '64 MB'],
			['5', 'read', ''],
			['6', 'worker-died', 'worker exited with code: 3'],
			['7', 'read', ''],
			['8', 'worker-died', 'thrown'],
			['9', 'read', ''],
			['10', 'read', ''],
		]);
	});

	it('also where each page is a bad one', async () => {
		expect((await read(['exit', 'exit', 'exit', 'a'], 2)).map(([, rule]) => rule)).toEqual([
			'worker-died',
			'worker-died',
			'worker-died',
			'read',
		]);
	});

	it('a page is not blamed for memory that others left behind', async () => {
		const rules = (await read(['leak', 'leak', 'leak', 'leak', 'a'], 1)).map(([, rule]) => rule);
		expect(rules).toEqual(['read', 'read', 'read', 'read', 'read']);
	});

	it('a thread that cannot start is no fault of a page', async () => {
		const pool = openPool(
			1,
			{
				file: new URL('./nowhere.js', import.meta.url),
				worker: { shape: 'result', options: {}, engine: null },
				pageTimeout: 1000,
				workerMemory: 64,
			},
			'result',
		);
		const { result } = await pool.begin(hashPage({ path: 'a', content: 'a' }));
		await expect(result).rejects.toThrow('cannot start a worker');
	});
});
