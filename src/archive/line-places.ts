import type { promises as fs } from 'node:fs';

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
const LINE_END = 0x0a;

/** The lines of a file, read piece by piece from its start; the file is never held as a whole. */
export async function* placedLines(handle: fs.FileHandle): AsyncGenerator<PlacedLine> {
	// the beginning of a line that goes on in the next chunk
	let begun: Buffer[] = [];
	let offset = 0;
	const take = (end: Buffer, isEnded: boolean): PlacedLine => {
		const bytes = begun.length === 0 ? end : Buffer.concat([...begun, end]);
		const line = { offset, bytes, isEnded };
		begun = [];
		offset += bytes.length + 1;
		return line;
	};
	for (let position = 0; ; ) {
		const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
		position += bytesRead;
		if (bytesRead === 0) break;
		const chunk = buffer.subarray(0, bytesRead);
		let from = 0;
		for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
			yield take(chunk.subarray(from, end), true);
			from = end + 1;
		}
		if (from < chunk.length) begun.push(chunk.subarray(from));
	}
	if (begun.length > 0) yield take(Buffer.alloc(0), false);
}
