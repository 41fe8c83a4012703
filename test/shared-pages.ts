import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder of the project's shared pages, beside the repository; `null` where it is not there. */
export function sharedFolder(name: string): string | null {
	const folder = fileURLToPath(new URL(`../../shared/${name}/`, import.meta.url));
	return existsSync(folder) ? folder : null;
}
