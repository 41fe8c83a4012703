import type { HashedPage } from './normalize-pages.ts';
import { sizeOf } from './normalize-pages.ts';
import { SHAPES, type Shapes } from './page-outcome.ts';
import { rejectPage } from './reject-page.ts';
import { type Lane, type LaneSettings, openLane } from './worker-lane.ts';

/** Threads that read pages, as many at a time as there are threads. */
export interface WorkerPool<T> {
	/** Resolves when a thread has begun with the page, to what will come of it. */
	begin(page: HashedPage): Promise<{ readonly result: Promise<T> }>;
	close(): Promise<void>;
}

/** Threads are started when there are pages for them. */
export function openPool<S extends keyof Shapes>(
	threads: number,
	settings: LaneSettings,
	shape: S,
): WorkerPool<Shapes[S]> {
	const lanes = Array.from({ length: threads }, () => openLane(settings));
	const idle = [...lanes];
	const waiting: ((lane: Lane) => void)[] = [];
	const release = (lane: Lane): void => {
		const next = waiting.shift();
		if (next === undefined) idle.push(lane);
		else next(lane);
	};
	const read = async (lane: Lane, page: HashedPage): Promise<Shapes[S]> => {
		const started = performance.now();
		try {
			const answer = await lane.read(page);
			if ('done' in answer) return answer.done as Shapes[S];
			const { rule, problem } = answer.fault;
			const result = rejectPage(page.path, sizeOf(page), rule, problem);
			return SHAPES[shape](result, page.sha256, performance.now() - started);
		} finally {
			release(lane);
		}
	};
	return {
		begin: async (page) => {
			const lane = idle.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
			return { result: read(lane, page) };
		},
		close: async () => {
			await Promise.all(lanes.map((lane) => lane.close()));
		},
	};
}
