import type { Engine } from '../options.ts';

/** The engines that can be named; a function cannot go to another thread, its name can. */
export type EngineName = 'satteri' | 'unified';

/** Rejects where the engine does not run on this platform. */
export async function loadEngine(name: EngineName): Promise<Engine> {
	if (name === 'unified') return (await import('../page/engine-unified.ts')).engine;
	return (await import('../page/engine-satteri.ts')).engine;
}
