import type { promises as fs } from 'node:fs';
import { readAt } from './zip-bytes.ts';

/** Bytes that are looked at together, the record that is looked for among them. */
const WINDOW = 1 << 20;
const RECORD = 22;
const SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const POINTER = 20;

/**
 * Where a zip ends that has something behind it: after the last record that ends a list, and that says of the list what
 * is so. `null` where there is none.
 */
export async function findZipEnd(handle: fs.FileHandle, fileSize: number): Promise<number | null> {
	for (let end = fileSize; end > 0; end -= WINDOW - RECORD) {
		const start = Math.max(0, end - WINDOW);
		const bytes = await readAt(handle, start, end - start);
		for (let at = bytes.lastIndexOf(SIGNATURE); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(SIGNATURE, at - 1)) {
			const found = await endOf(handle, start + at, fileSize);
			if (found !== null) return found;
		}
	}
	return null;
}

async function endOf(handle: fs.FileHandle, place: number, fileSize: number): Promise<number | null> {
	const record = await readAt(handle, place, RECORD);
	if (record.length < RECORD) return null;
	const end = place + RECORD + record.readUInt16LE(20);
	if (end > fileSize) return null;
	if (record.readUInt32LE(16) + record.readUInt32LE(12) === place) return end;
	// of a list whose sizes do not fit, another record before this one tells, and a pointer to it stands between
	const pointer = await readAt(handle, Math.max(0, place - POINTER), POINTER);
	if (place < POINTER || pointer.readUInt32LE(0) !== 0x07064b50) return null;
	const wide = await readAt(handle, Number(pointer.readBigUInt64LE(8)), 4);
	return wide.length === 4 && wide.readUInt32LE(0) === 0x06064b50 ? end : null;
}
