/** How much may be under way: read and not yet taken by whoever writes. */
export interface Window<In> {
	readonly items: number;
	readonly bytes: number;
	readonly sizeOf: (item: In) => number;
}

interface Entry<Out> {
	readonly size: number;
	readonly result: Promise<Out>;
}

/**
 * Works on several items at a time and gives what comes of them in the order of the items. `begin` resolves when the
 * work on an item has begun: until then no further item is asked for, and none while the window is full, so that
 * whoever takes slowly holds back whoever reads, and memory does not grow with the number of items.
 */
export async function* inOrder<In, Out>(
	items: AsyncIterable<In>,
	begin: (item: In) => Promise<{ readonly result: Promise<Out> }>,
	window: Window<In>,
): AsyncGenerator<Out> {
	const entries: Entry<Out>[] = [];
	let bytes = 0;
	let isDone = false;
	/** Wakes the side that waits for the other one; only one of them ever does. */
	let wake = (): void => {};
	const change = (): Promise<void> =>
		new Promise((resolve) => {
			wake = resolve;
		});
	const add = (entry: Entry<Out>): void => {
		// told when its turn comes, and not at all if nobody waits for it any more
		entry.result.catch(() => {});
		entries.push(entry);
		bytes += entry.size;
		wake();
	};
	const iterator = items[Symbol.asyncIterator]();
	const fill = async (): Promise<void> => {
		try {
			while (!isDone) {
				if (entries.length >= window.items || (entries.length > 0 && bytes >= window.bytes)) {
					await change();
					continue;
				}
				const next = await iterator.next();
				if (next.done === true) break;
				const { result } = await begin(next.value);
				add({ size: window.sizeOf(next.value), result });
			}
		} catch (error) {
			add({ size: 0, result: Promise.reject(error) });
		}
		isDone = true;
		wake();
	};
	void fill();
	try {
		for (;;) {
			const entry = entries[0];
			if (entry !== undefined) {
				const result = await entry.result;
				entries.shift();
				bytes -= entry.size;
				wake();
				yield result;
			} else if (isDone) {
				return;
			} else {
				await change();
			}
		}
	} finally {
		isDone = true;
		wake();
		// a source that waits for something itself answers when that has come: nobody waits for it
		void Promise.resolve(iterator.return?.()).catch(() => {});
	}
}
