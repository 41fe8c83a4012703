import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export interface Member {
	readonly name: string;
	readonly content?: string | Uint8Array;
	readonly type?: Header['type'];
	readonly target?: string;
}

/** A tar with these members, in this order. */
export async function makeTar(members: readonly Member[]): Promise<Buffer> {
	const tar = pack();
	for (const { name, content = '', type = 'file', target } of members) {
		const link = target === undefined ? {} : { linkname: target };
		tar.entry({ name, type, ...link }, Buffer.from(content));
	}
	tar.finalize();
	const chunks: Uint8Array[] = [];
	for await (const chunk of tar) chunks.push(chunk as Uint8Array);
	return Buffer.concat(chunks);
}

export const makeTarGz = async (members: readonly Member[]): Promise<Buffer> => gzipSync(await makeTar(members));

interface ZipMember extends Member {
	/** Bits of the general purpose flag; 1 is "encrypted", 8 "sizes follow the data". */
	readonly flags?: number;
	/** As the archive claims. */
	readonly method?: number;
	readonly size?: number;
	readonly checksum?: number;
	/** Whether its head has the sizes in a field for large ones. */
	readonly hasWideHead?: boolean;
	/** How the sizes follow, where they do. */
	readonly descriptor?: 'signed' | 'bare' | 'wide';
}

/** A zip with these members, in this order, deflated. */
export function makeZip(members: readonly ZipMember[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const member of members) {
		const { name, content = '', type = 'file', flags = 0, method = 8 } = member;
		const bytes = Buffer.from(content);
		const data = method === 0 ? bytes : deflateRawSync(bytes);
		const encoded = Buffer.from(name);
		const { checksum = crc32(bytes), size = bytes.length } = member;
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(0x800 | flags, 2);
		common.writeUInt16LE(method, 4);
		common.writeUInt32LE(checksum, 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(size, 18);
		common.writeUInt16LE(encoded.length, 22);
		const local = Buffer.from(common);
		if (flags & 8) local.fill(0, 10, 22);
		const follows = flags & 8 ? descriptorOf(common, member.descriptor ?? 'signed') : Buffer.alloc(0);
		const field = member.hasWideHead === true ? wideField(local) : Buffer.alloc(0);
		parts.push(Buffer.from('PK\x03\x04'), local, encoded, field, data, follows);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE((type === 'symlink' ? 0o120777 : 0o100644) * 0x10000, 6);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\x03'), common, rest, encoded);
		offset += 4 + common.length + encoded.length + field.length + data.length + follows.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(members.length, 4);
	end.writeUInt16LE(members.length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end]);
}

/** What follows the data of a member whose head has no sizes. */
function descriptorOf(head: Buffer, form: NonNullable<ZipMember['descriptor']>): Buffer {
	const signature = form === 'bare' ? Buffer.alloc(0) : Buffer.from('PK\x07\x08');
	if (form !== 'wide') return Buffer.concat([signature, head.subarray(10, 22)]);
	const sizes = Buffer.alloc(16);
	head.copy(sizes, 0, 14, 18);
	head.copy(sizes, 8, 18, 22);
	return Buffer.concat([signature, head.subarray(10, 14), sizes]);
}

/** Takes the sizes out of a head. */
function wideField(head: Buffer): Buffer {
	const field = Buffer.alloc(20);
	field.writeUInt16LE(1, 0);
	field.writeUInt16LE(16, 2);
	head.copy(field, 4, 18, 22);
	head.copy(field, 12, 14, 18);
	head.fill(0xff, 14, 22);
	head.writeUInt16LE(field.length, 24);
	return field;
}
