/** `ENOENT`, `EACCES` and the like of an error of the file system, `UNKNOWN` where it has none. */
export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
