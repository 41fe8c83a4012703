import { constants, crc32, createInflateRaw } from 'node:zlib';

/** Bytes unpacked at once: so many before a fault are lost with it. */
const UNPACKED = 1 << 15;

/** A stream of which bytes can be given back. */
interface Input {
	/** Some bytes, at least one; `null` at the end. */
	next(): Promise<Buffer | null>;
	/** So many; throws where there are fewer. */
	take(count: number): Promise<Buffer>;
	giveBack(bytes: Buffer): void;
}

/**
 * Unpacks a gzip of one member or several. Zeros behind the last one are padding. Throws where it is damaged, ends too
 * early or has something else behind its end: unlike zlib's own after all that comes before, as an archive's last pages
 * must not be lost with what is behind them.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const input = inputOf(chunks);
	for (let isFirst = true; isFirst || (await hasMember(input)); isFirst = false) {
		await passHeader(input);
		const { checksum, size } = yield* inflate(input);
		const end = await input.take(8);
		if (end.readUInt32LE(0) !== checksum) throw new Error('incorrect data check');
		if (end.readUInt32LE(4) !== size % 2 ** 32) throw new Error('incorrect length check');
	}
}

/** Yields what is unpacked up to the end of the deflated data. */
async function* inflate(input: Input): AsyncGenerator<Uint8Array, { checksum: number; size: number }> {
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
	return { checksum, size };
}

const MAGIC = [0x1f, 0x8b];

/** Whether another member follows; throws where something else does. */
async function hasMember(input: Input): Promise<boolean> {
	const first = await input.next();
	if (first === null) return false;
	input.giveBack(first);
	if (first[0] === MAGIC[0]) {
		const start = await input.take(2);
		input.giveBack(start);
		if (start[1] === MAGIC[1]) return true;
	}
	for (let chunk = await input.next(); chunk !== null; chunk = await input.next()) {
		if (chunk.some((byte) => byte !== 0)) throw new Error('something else follows its end');
	}
	return false;
}

const FLAGS = { checksum: 2, extra: 4, name: 8, comment: 16 };

async function passHeader(input: Input): Promise<void> {
	const start = await input.take(10);
	const flags = start[3] ?? 0;
	if (start[0] !== MAGIC[0] || start[1] !== MAGIC[1] || start[2] !== 8 || flags > 31) {
		throw new Error('incorrect header check');
	}
	if (flags & FLAGS.extra) await input.take((await input.take(2)).readUInt16LE(0));
	for (const text of [FLAGS.name, FLAGS.comment]) {
		while (flags & text && (await input.take(1))[0] !== 0);
	}
	if (flags & FLAGS.checksum) await input.take(2);
}

function inputOf(chunks: AsyncIterable<Uint8Array>): Input {
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
