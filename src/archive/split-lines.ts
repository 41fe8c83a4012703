/** A line without its end. */
export interface Line {
	/** 1-based. */
	readonly number: number;
	/** Bytes. */
	readonly size: number;
	/** `null` where it has more than are held. */
	readonly bytes: Buffer | null;
}

/** Splits a stream at line feeds; the last line needs none. Of a line longer than `longest` bytes nothing is held. */
export async function* splitLines(
	stream: AsyncIterable<Uint8Array | string>,
	longest: number,
	separator = 0x0a,
): AsyncGenerator<Line> {
	let number = 0;
	let parts: Buffer[] = [];
	let size = 0;
	const add = (part: Buffer) => {
		size += part.length;
		if (size <= longest) parts.push(part);
		else parts = [];
	};
	const take = (): Line => {
		number += 1;
		const line = { number, size, bytes: size > longest ? null : Buffer.concat(parts, size) };
		parts = [];
		size = 0;
		return line;
	};
	for await (const chunk of stream) {
		const bytes =
			typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
		let from = 0;
		for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
			add(bytes.subarray(from, at));
			yield take();
			from = at + 1;
		}
		if (from < bytes.length) add(bytes.subarray(from));
	}
	if (size > 0) yield take();
}
