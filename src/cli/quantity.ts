/** `1.4 MB`, decimal; below a megabyte in `kB`. */
export function formatBytes(bytes: number): string {
	return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `0.8 s`, `1:05`, `1:02:03`. */
export function formatDuration(milliseconds: number): string {
	if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
	const seconds = Math.round(milliseconds / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	if (parts[0] === 0) parts.shift();
	return parts.map((part, at) => (at === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
