import { describe, expect, it, onTestFinished } from 'vitest';
import { inOrder } from '../../src/archive/in-order.ts';
import { hashPage } from '../../src/archive/normalize-pages.ts';
import { openPool } from '../../src/archive/worker-pool.ts';

const STAND_IN = new URL('./stand-in-worker.js', import.meta.url);

function openStandIns(threads: number, pageTimeout: number) {
	const worker = { shape: 'result', options: {}, engine: null } as const;
	const pool = openPool(threads, { file: STAND_IN, worker, pageTimeout, workerMemory: 64 }, 'result');
	onTestFinished(() => pool.close());
	return pool;
}

/** Reads pages on threads that run the stand-in; to what became of each: its rule and what is said of it. */
async function read(contents: readonly string[], threads: number, limits: { pageTimeout?: number } = {}) {
	const pool = openStandIns(threads, limits.pageTimeout ?? 600_000);
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

describe('a bad page costs itself', { timeout: 120_000 }, () => {
	it('among pages that take all memory, end their thread or throw, all others are read', async () => {
		const pages = ['a', 'b', 'c', 'memory', 'd', 'exit', 'e', 'throw', 'f', 'g'];
		expect(await read(pages, 2)).toEqual([
			['0', 'read', ''],
			['1', 'read', ''],
			['2', 'read', ''],
			['3', 'page-memory', '64 MB'],
			['4', 'read', ''],
			['5', 'worker-died', 'worker exited with code: 3'],
			['6', 'read', ''],
			['7', 'worker-died', 'thrown'],
			['8', 'read', ''],
			['9', 'read', ''],
		]);
	});

	it('among pages that hang, too; time before a page begins is not its own', async () => {
		// on one thread the others wait longer than the time that each of them has
		expect(await read(['hang', 'a', 'hang', 'b', 'c'], 1, { pageTimeout: 3000 })).toEqual([
			['0', 'page-timeout', '3 s'],
			['1', 'read', ''],
			['2', 'page-timeout', '3 s'],
			['3', 'read', ''],
			['4', 'read', ''],
		]);
	});

	it('time in which the process was stopped is not that of the page in hand', async () => {
		const pool = openStandIns(1, 4000);
		const begin = () => pool.begin(hashPage({ path: 'a', content: 'a' }));
		await (await begin()).result;
		const { result } = await begin();
		// as after a stop by Ctrl+Z, timers are seen to before the answer that has come
		await new Promise((resolve) => setImmediate(resolve));
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4200);
		expect((await result).diagnostics).toEqual([]);
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

	it('a pool that is closed starts no further thread for the page in hand or the one that waits', async () => {
		const pool = openStandIns(1, 600_000);
		const begin = (content: string) => pool.begin(hashPage({ path: content, content }));
		// a page that fails on a thread that has read others is read once more
		await (await begin('a')).result;
		const inHand = await begin('hang');
		const waiting = begin('hang');
		await pool.close();
		const rules = [await inHand.result, await (await waiting).result].map(({ diagnostics }) => diagnostics[0]?.rule);
		expect(rules).toEqual(['worker-died', 'worker-died']);
	});
});
