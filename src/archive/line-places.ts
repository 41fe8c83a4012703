import type { promises as fs } from 'node:fs';
import { reading } from './file-error.ts';
import { splitLines } from './split-lines.ts';

/** A line of a file and where it lies there. */
export interface PlacedLine {
	/** In bytes from the start of the file. */
	readonly offset: number;
	/** Without the line end. */
	readonly bytes: Buffer;
	/** Whether a line end follows; only the last line of a file can be without. */
	readonly isEnded: boolean;
}

const CHUNK = 1 << 20;

/**
 * The lines of a file, read piece by piece from its start; the file is never held as a whole.
 * @param name what the file is called where it cannot be read
 */
export async function* placedLines(handle: fs.FileHandle, name: string): AsyncGenerator<PlacedLine> {
	let offset = 0;
	for await (const { size, bytes, isEnded } of splitLines(chunksOf(handle, name), Number.POSITIVE_INFINITY)) {
		// no line is too long to be held
		yield { offset, bytes: bytes as Buffer, isEnded };
		offset += size + 1;
	}
}

/** Each chunk in memory of its own: lines are pieces of it. */
async function* chunksOf(handle: fs.FileHandle, name: string): AsyncGenerator<Buffer> {
	for (let position = 0; ; ) {
		const { bytesRead, buffer } = await reading(name, () => handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position));
		if (bytesRead === 0) return;
		position += bytesRead;
		yield buffer.subarray(0, bytesRead);
	}
}
