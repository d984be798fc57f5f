import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Bytes that are read at one time. */
const CHUNK = 1024 * 1024;

/** SHA-256 of a text in UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a file's bytes, in hex, however large it is. Rejects where it can't be read, or when `signal` is aborted. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Buffer> = createReadStream(path, {
    highWaterMark: CHUNK,
    ...(signal && { signal }),
  });
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Copies a file to a path that nothing is at yet. Returns the SHA-256 and the size of what was written, which is what
 * counts where the file changes meanwhile. Rejects where either can't be done; a part may be written then.
 */
export async function copyHashed(
  from: string,
  to: string,
): Promise<{ readonly hash: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(to, { flags: 'wx' }),
  );
  return { hash: hash.digest('hex'), size };
}
