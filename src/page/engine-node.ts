import type { Engine } from '../options.ts';

/** Satteri where its binding loads, else unified. */
export const engine: Engine = await import('./engine-satteri.ts').then(
	(module) => module.engine,
	async () => (await import('./engine-unified.ts')).engine,
);
