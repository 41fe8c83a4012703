import { createReadStream, promises as fs, type ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { reasonOf } from './error-code.ts';
import { gunzip } from './gunzip.ts';

/** One member of a tar. Its content has to be read or skipped before the next one is asked for. */
export interface TarMember {
	readonly name: string;
	/** `null` where it is none that is known. */
	readonly type: Header['type'] | null;
	/** What a link leads to. */
	readonly target: string;
	/** Bytes, as the header says. */
	readonly size: number;
	/** Throws where the archive ends in it. */
	readonly content: AsyncIterable<Uint8Array>;
	/** Resolves to whether it is whole. */
	skip(): Promise<boolean>;
}

const BLOCK = 512;
/** Bytes read at once. */
const READ = 1 << 18;

/**
 * The members of a tar, gzipped or not, in the order in which it holds them. Throws where it is damaged, after what
 * comes before the damage.
 */
export async function* readMembers(file: string): AsyncGenerator<TarMember> {
	const members = extract();
	const ending: Ending = { problem: null };
	// what goes wrong here comes out of the members, too
	const piping = pipeline(Readable.from(bytesOf(file, ending), { objectMode: false }), members).catch(() => {});
	try {
		for await (const entry of members) yield memberOf(entry);
		await piping;
	} catch (error) {
		throw new Error(ending.problem ?? reasonOf(error), { cause: error });
	}
	if (ending.problem !== null) throw new Error(ending.problem);
}

function memberOf(entry: AsyncIterable<unknown> & { readonly header: Header }): TarMember {
	const { name, type, size, linkname } = entry.header;
	const skip = async () => {
		try {
			for await (const _ of entry);
			return true;
		} catch {
			return false;
		}
	};
	return { name, type, size, target: linkname, content: entry as AsyncIterable<Uint8Array>, skip };
}

/** What went wrong with the bytes of a tar. */
interface Ending {
	problem: string | null;
}

/** The unpacked bytes; whether a tar is whole is told by its own end mark, a block of zeros. */
async function* bytesOf(file: string, ending: Ending): AsyncGenerator<Uint8Array> {
	let source: ReadStream | null = null;
	let last: Uint8Array = new Uint8Array();
	let size = 0;
	try {
		const isPacked = await isGzip(file);
		// not before: an error of the stream that nobody waits for yet would end the process
		source = createReadStream(file, { highWaterMark: READ });
		for await (const chunk of isPacked ? gunzip(source) : source) {
			last = chunk.length >= BLOCK ? chunk.subarray(-BLOCK) : Buffer.concat([last, chunk]).subarray(-BLOCK);
			size += chunk.length;
			yield chunk;
		}
		if (last.length < BLOCK || last.some((byte) => byte !== 0)) ending.problem = 'it ends too early';
		// padding need not end with a block
		else if (size % BLOCK !== 0) yield Buffer.alloc(BLOCK - (size % BLOCK));
	} catch (error) {
		ending.problem = reasonOf(error);
	} finally {
		source?.destroy();
	}
}

async function isGzip(file: string): Promise<boolean> {
	const handle = await fs.open(file);
	try {
		const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return buffer[0] === 0x1f && buffer[1] === 0x8b;
	} finally {
		await handle.close();
	}
}
