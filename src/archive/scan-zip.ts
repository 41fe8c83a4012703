import type { promises as fs } from 'node:fs';
import { inflate, inputOf } from './inflate.ts';
import { readAt, readRange } from './zip-bytes.ts';

/** What a zip without its list holds, found by going over its members. */
export interface ScannedZip {
	/** Where the last member that is whole ends. */
	readonly end: number;
	/** The list that belongs there. */
	readonly list: Buffer;
	/** The member behind which no other one can be found, `null` where all are. */
	readonly last: CutMember | null;
	/** Of the whole. */
	readonly problem: string;
}

export interface CutMember {
	readonly name: Buffer;
	readonly extra: Buffer;
	readonly flags: number;
	readonly problem: string;
}

const MEMBER = 0x04034b50;
const LIST = [0x02014b50, 0x06064b50, 0x06054b50];
const DESCRIPTOR = 0x08074b50;
const HEAD = 30;
/** Sizes and places that do not fit stand elsewhere. */
const NO_FIT = 0xffffffff;
/** The flag of a member whose sizes follow it. */
const SIZES_FOLLOW = 8;
const DEFLATED = 8;

interface Member {
	readonly start: number;
	readonly head: Buffer;
	readonly name: Buffer;
	readonly extra: Buffer;
	readonly sizes: Sizes;
}

interface Sizes {
	readonly checksum: number;
	readonly packed: number;
	readonly size: number;
	/** Where the next member begins. */
	readonly next: number;
}

/**
 * Finds the members of a zip that has lost its list, as one that was torn off has: each has a head of its own. `null`
 * where there is none.
 */
export async function scanZip(handle: fs.FileHandle, fileSize: number): Promise<ScannedZip | null> {
	const members: Member[] = [];
	let last: CutMember | null = null;
	let problem = 'it ends too early';
	let start = 0;
	while (start < fileSize) {
		const head = await readAt(handle, start, HEAD);
		if (head.length < HEAD) break;
		const signature = head.readUInt32LE(0);
		if (signature !== MEMBER) {
			if (!LIST.includes(signature)) problem = `something else follows its ${members.length} members`;
			break;
		}
		const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
		const names = await readAt(handle, start + HEAD, nameLength + extraLength);
		if (names.length < nameLength + extraLength) break;
		const [name, extra] = [names.subarray(0, nameLength), names.subarray(nameLength)];
		const data = start + HEAD + names.length;
		const sizes = await sizesOf(handle, head, extra, data, fileSize);
		if (sizes === null || sizes.next > fileSize || start >= NO_FIT) {
			const isDamaged = sizes === null || start >= NO_FIT;
			if (isDamaged) problem = 'its list is missing, and not all members can be found without it';
			const said = isDamaged ? 'its end cannot be found' : 'the archive ends in it';
			last = { name, extra, flags: head.readUInt16LE(6), problem: said };
			break;
		}
		members.push({ start, head, name, extra, sizes });
		start = sizes.next;
	}
	if (members.length === 0 && last === null) return null;
	return { end: start, list: listOf(members, start), last, problem };
}

async function sizesOf(
	handle: fs.FileHandle,
	head: Buffer,
	extra: Buffer,
	data: number,
	fileSize: number,
): Promise<Sizes | null> {
	if (head.readUInt16LE(6) & SIZES_FOLLOW) {
		// where the data end is only known by reading them
		return head.readUInt16LE(8) === DEFLATED ? measure(handle, data, fileSize) : null;
	}
	let [packed, size] = [head.readUInt32LE(18), head.readUInt32LE(22)];
	const wide = wideSizes(extra);
	if (size === NO_FIT) size = wide.shift() ?? NO_FIT;
	if (packed === NO_FIT) packed = wide.shift() ?? NO_FIT;
	// no page is so large, and a list of short fields has no room for it
	if (packed >= NO_FIT || size >= NO_FIT) return null;
	return { checksum: head.readUInt32LE(14), packed, size, next: data + packed };
}

/** Sizes that do not fit into the head: first that of the content, then that of the data. */
function wideSizes(extra: Buffer): number[] {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
		if (extra.readUInt16LE(at) !== 1) continue;
		return [0, 8].filter((from) => from + 8 <= field.length).map((from) => Number(field.readBigUInt64LE(from)));
	}
	return [];
}

/** `null` where the data are damaged; the next member is nowhere where the file ends in them. */
async function measure(handle: fs.FileHandle, data: number, fileSize: number): Promise<Sizes | null> {
	const unpacking = inflate(inputOf(readRange(handle, data, fileSize)));
	let step = await unpacking.next();
	try {
		while (step.done !== true) step = await unpacking.next();
	} catch {
		return null;
	}
	const { checksum, size, packed } = step.value;
	const follows = await readAt(handle, data + packed, 24);
	const from = follows.length >= 4 && follows.readUInt32LE(0) === DESCRIPTOR ? 4 : 0;
	if (follows.length < from + 12) return { checksum, packed, size, next: Number.POSITIVE_INFINITY };
	if (follows.readUInt32LE(from) !== checksum) return null;
	const isWide = follows.length >= from + 20 && Number(follows.readBigUInt64LE(from + 4)) === packed;
	if (!isWide && follows.readUInt32LE(from + 4) !== packed) return null;
	return { checksum, packed, size, next: data + packed + from + (isWide ? 20 : 12) };
}

/** The list as it stands at the end of a zip that is whole, with wide counts. */
function listOf(members: readonly Member[], start: number): Buffer {
	const entries = members.flatMap(({ start, head, name, extra, sizes }) => {
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		// what made it is not known: no kinds of file are told
		head.copy(entry, 6, 4, 14);
		entry.writeUInt32LE(sizes.checksum, 16);
		entry.writeUInt32LE(sizes.packed, 20);
		entry.writeUInt32LE(sizes.size, 24);
		head.copy(entry, 28, 26, 30);
		entry.writeUInt32LE(start, 42);
		return [entry, name, extra];
	});
	const list = Buffer.concat(entries);
	const wideEnd = Buffer.alloc(56);
	wideEnd.writeUInt32LE(0x06064b50, 0);
	wideEnd.writeBigUInt64LE(44n, 4);
	for (const at of [24, 32]) wideEnd.writeBigUInt64LE(BigInt(members.length), at);
	wideEnd.writeBigUInt64LE(BigInt(list.length), 40);
	wideEnd.writeBigUInt64LE(BigInt(start), 48);
	const pointer = Buffer.alloc(20);
	pointer.writeUInt32LE(0x07064b50, 0);
	pointer.writeBigUInt64LE(BigInt(start + list.length), 8);
	pointer.writeUInt32LE(1, 16);
	const end = Buffer.alloc(22, 0xff);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt32LE(0, 4);
	end.writeUInt16LE(0, 20);
	return Buffer.concat([list, wideEnd, pointer, end]);
}
