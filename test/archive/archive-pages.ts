import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the page archive; `null` where the environment names none. */
export const ARCHIVE: string | null = process.env.TECHNET_ARCHIVE || null;

/** Why a test of the archive was left out. */
export const NO_ARCHIVE = 'TECHNET_ARCHIVE is not set';

/** Milliseconds that one pass over the archive may take on a slow machine. */
export const ONE_PASS = 900_000;

/** Every page of the archive, in the order of the paths; each is read when it is asked for. */
export function* archivePages(folder: string): Generator<{ path: string; content: Uint8Array }> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.md'))
		.sort();
	for (const path of paths) yield { path, content: readFileSync(join(folder, path)) };
}
