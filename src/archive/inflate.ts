import { constants, crc32, createInflateRaw } from 'node:zlib';

/** Bytes unpacked at once: so many before a fault are lost with it. */
const UNPACKED = 1 << 15;

/** A stream of which bytes can be given back. */
export interface Input {
	/** Some bytes, at least one; `null` at the end. */
	next(): Promise<Buffer | null>;
	/** So many; throws where there are fewer. */
	take(count: number): Promise<Buffer>;
	giveBack(bytes: Buffer): void;
}

/** What was unpacked, and from how many bytes; `checksum` is its CRC-32. */
export interface Inflated {
	readonly checksum: number;
	readonly size: number;
	readonly packed: number;
}

/** Yields what is unpacked up to the end of the deflated data, or of the input. */
export async function* inflate(input: Input): AsyncGenerator<Uint8Array, Inflated> {
	// an end that comes too early is no error here, so that all that came before is given
	const inflater = createInflateRaw({ chunkSize: UNPACKED, finishFlush: constants.Z_SYNC_FLUSH });
	let given = 0;
	let last: Buffer = Buffer.alloc(0);
	const feed = async (): Promise<void> => {
		for (let chunk = await input.next(); chunk !== null; chunk = await input.next()) {
			given += chunk.length;
			last = chunk;
			await new Promise((done) => inflater.write(chunk, done));
			// of what is behind the end of the data it takes nothing
			if (inflater.bytesWritten < given) return;
		}
		inflater.end();
	};
	const feeding = feed().catch((error) => void inflater.destroy(error));
	let checksum = 0;
	let size = 0;
	for await (const piece of inflater as AsyncIterable<Buffer>) {
		checksum = crc32(piece, checksum);
		size += piece.length;
		yield piece;
	}
	await feeding;
	input.giveBack(last.subarray(last.length - (given - inflater.bytesWritten)));
	return { checksum, size, packed: inflater.bytesWritten };
}

export function inputOf(chunks: AsyncIterable<Uint8Array>): Input {
	const source = chunks[Symbol.asyncIterator]();
	const returned: Buffer[] = [];
	const input: Input = {
		next: async () => {
			const known = returned.pop();
			if (known !== undefined) return known;
			for (let next = await source.next(); next.done !== true; next = await source.next()) {
				const { buffer, byteOffset, length } = next.value;
				if (length > 0) return Buffer.from(buffer, byteOffset, length);
			}
			return null;
		},
		take: async (count) => {
			let taken: Buffer = Buffer.alloc(0);
			while (taken.length < count) {
				const chunk = await input.next();
				if (chunk === null) throw new Error('it ends too early');
				const missing = count - taken.length;
				taken = Buffer.concat([taken, chunk.subarray(0, missing)]);
				input.giveBack(chunk.subarray(missing));
			}
			return taken;
		},
		giveBack: (bytes) => {
			if (bytes.length > 0) returned.push(bytes);
		},
	};
	return input;
}
