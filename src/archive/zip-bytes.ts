import type { promises as fs } from 'node:fs';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const CHUNK = 1 << 18;

/** The bytes of a file from `start` to `end`, or as far as it goes. */
export async function* readRange(handle: fs.FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
	for (let position = start; position < end; ) {
		const piece = Buffer.allocUnsafe(Math.min(CHUNK, end - position));
		const { bytesRead } = await handle.read(piece, 0, piece.length, position);
		if (bytesRead === 0) return;
		position += bytesRead;
		yield piece.subarray(0, bytesRead);
	}
}

/** So many bytes of a file, fewer where it ends before. */
export async function readAt(handle: fs.FileHandle, start: number, length: number): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of readRange(handle, start, start + length)) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** A zip that is a file up to `end`, and behind it `tail`, for yauzl. Closes the file when it is closed. */
export class ZipBytes extends RandomAccessReader {
	readonly #handle: fs.FileHandle;
	readonly #end: number;
	readonly #tail: Buffer;

	constructor(handle: fs.FileHandle, end: number, tail: Buffer) {
		super();
		this.#handle = handle;
		this.#end = end;
		this.#tail = tail;
	}

	get size(): number {
		return this.#end + this.#tail.length;
	}

	override _readStreamForRange(start: number, end: number): Readable {
		return Readable.from(this.#range(start, end), { objectMode: false });
	}

	async *#range(start: number, end: number): AsyncGenerator<Buffer> {
		yield* readRange(this.#handle, start, Math.min(end, this.#end));
		if (end > this.#end) yield this.#tail.subarray(Math.max(0, start - this.#end), end - this.#end);
	}

	override close(closed: (error: Error | null) => void): void {
		this.#handle.close().then(() => closed(null), closed);
	}
}
