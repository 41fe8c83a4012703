/** Pieces in which the time is counted. */
const PIECES = 10;

/**
 * Calls back after so many milliseconds in which this process ran. One that was stopped (Ctrl+Z, a paused container, a
 * laptop that slept) has not used the time that went by: it loses a tenth of its own at most. Returns what calls it off.
 */
export function startDeadline(milliseconds: number, onEnd: () => void): () => void {
	const pieces = Math.min(PIECES, milliseconds);
	let left = pieces;
	let timer: NodeJS.Timeout;
	const wait = (): void => {
		timer = setTimeout(() => {
			left -= 1;
			if (left === 0) onEnd();
			else wait();
		}, milliseconds / pieces);
	};
	wait();
	return () => clearTimeout(timer);
}
