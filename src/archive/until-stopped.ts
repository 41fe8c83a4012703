/** The same items until the signal comes: then it ends, also while the source itself is waiting for something. */
export async function* untilStopped<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
	const iterator = items[Symbol.asyncIterator]();
	let stop = (): void => {};
	const onAbort = (): void => stop();
	signal.addEventListener('abort', onAbort);
	try {
		while (!signal.aborted) {
			const next = await new Promise<IteratorResult<T> | null>((resolve, reject) => {
				stop = () => resolve(null);
				iterator.next().then(resolve, reject);
			});
			if (next === null || next.done === true) return;
			yield next.value;
		}
	} finally {
		signal.removeEventListener('abort', onAbort);
		void Promise.resolve(iterator.return?.()).catch(() => {});
	}
}
