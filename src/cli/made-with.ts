import { generatorOf } from '../advisory/generator.ts';
import { loadEngine } from '../archive/named-engine.ts';
import type { MadeWith } from '../archive/run-manifest.ts';
import { effectivePacks } from '../check-options.ts';
import { PRODUCTS } from '../products/index.ts';
import type { NamedOptions } from './parse-flags.ts';

/** What a run's records are made with; the packs are in the generator's hash. */
export async function madeWith({ options, engine }: NamedOptions, limits: MadeWith['limits']): Promise<MadeWith> {
	const { packs, ...rest } = options;
	return {
		generator: generatorOf(effectivePacks(packs), PRODUCTS),
		options: { ...rest, engine: engine ?? (await packageEngine()) },
		limits,
	};
}

/** The engine that the package chooses on this platform. */
const packageEngine = (): Promise<string> =>
	loadEngine('satteri').then(
		() => 'satteri',
		() => 'unified',
	);
