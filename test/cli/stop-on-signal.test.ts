import { expect, it } from 'vitest';
import type { StopSignal } from '../../src/cli/host.ts';
import { stopOnSignal } from '../../src/cli/stop-on-signal.ts';

it('stops at the first signal and exits at the second one', () => {
	let told: ((signal: StopSignal) => void) | null = null;
	const exits: number[] = [];
	const stop = stopOnSignal({
		onStop: (listener) => {
			told = listener;
			return () => {
				told = null;
			};
		},
		exit: (code) => exits.push(code),
	});
	const send = (signal: StopSignal) => told?.(signal);
	expect([stop.signal.aborted, stop.by()]).toEqual([false, null]);
	send('SIGTERM');
	expect([stop.signal.aborted, stop.by(), exits]).toEqual([true, 'SIGTERM', []]);
	send('SIGINT');
	expect([stop.by(), exits]).toEqual(['SIGTERM', [130]]);
	stop.release();
	expect(told).toBe(null);
});
