import { EXIT } from './exit-code.ts';
import type { Host, StopSignal } from './host.ts';

export interface Stop {
	/** Aborted by the first signal; a second one ends the process at once. */
	readonly signal: AbortSignal;
	/** Which one it was. */
	readonly by: () => StopSignal | null;
	/** From now on signals do what they usually do. */
	release(): void;
}

export function stopOnSignal({ onStop, exit }: Pick<Host, 'onStop' | 'exit'>): Stop {
	const controller = new AbortController();
	let by: StopSignal | null = null;
	const release = onStop((signal) => {
		if (by !== null) exit(EXIT.stopped[signal]);
		by ??= signal;
		controller.abort();
	});
	return { signal: controller.signal, by: () => by, release };
}
