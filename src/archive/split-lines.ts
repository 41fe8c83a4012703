/** A line without its end. */
export interface Line {
	/** 1-based. */
	readonly number: number;
	/** Bytes. */
	readonly size: number;
	/** `null` where it has more than are held. */
	readonly bytes: Buffer | null;
	/** Whether an end follows; only the last line of a stream can be without. */
	readonly isEnded: boolean;
}

/** The text of a line, without the byte order mark before the first one. */
export function textOfLine(bytes: Buffer, number: number): string {
	const text = bytes.toString('utf8');
	return number === 1 ? text.replace(/^\uFEFF/, '') : text;
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
	const take = (isEnded: boolean): Line => {
		number += 1;
		const [only] = parts;
		const held = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, size);
		const line = { number, size, bytes: size > longest ? null : held, isEnded };
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
			yield take(true);
			from = at + 1;
		}
		if (from < bytes.length) add(bytes.subarray(from));
	}
	if (size > 0) yield take(false);
}
