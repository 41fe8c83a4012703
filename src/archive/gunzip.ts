import { type Input, inflate, inputOf } from './inflate.ts';

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
