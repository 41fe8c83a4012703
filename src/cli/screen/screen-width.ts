import type { Screen } from '../host.ts';

/** Columns to write in: those of the terminal (some say 0 and mean nothing), else `usual`; within reason. */
export function screenWidth({ columns }: Screen, usual: number, narrowest: number, widest: number): number {
	const width = columns === undefined || columns === 0 ? usual : columns;
	return Math.max(narrowest, Math.min(widest, width));
}
