import type { Writable } from 'node:stream';

const CLOSED: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF'];

/** Whoever read our output has gone; there is nobody left to write to and nothing to complain about. */
export function isClosedPipe(error: unknown): boolean {
	return error instanceof Error && 'code' in error && CLOSED.includes(error.code);
}

/** Writes to a stream and waits until it took the text; rejects with the error of the stream. */
export async function writeTo(stream: Writable, text: string | Uint8Array): Promise<void> {
	// a stream tells its errors twice; an event that nobody listens to would end the process
	if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
	await new Promise<void>((resolve, reject) => {
		stream.write(text, (error) => (error ? reject(error) : resolve()));
	});
}

function ignore(): void {}
