import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { reading } from './file-error.ts';

/** Length and SHA-256 (64 hex digits) of a file, read piece by piece. */
export async function hashFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
	const hash = createHash('sha256');
	let bytes = 0;
	await reading(path, async () => {
		for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
			hash.update(piece);
			bytes += piece.length;
		}
	});
	return { bytes, sha256: hash.digest('hex') };
}
