import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptFolder } from '../runFolder.ts';
import { logFile, offsetOf } from './logFiles.ts';
import { wholeCharacters } from './wholeCharacters.ts';

/** Bytes of a log without a gap, the first of them byte `offset` of all that the attempt wrote. */
interface Span {
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * The log of one attempt as text, or `undefined` where it wrote nothing. At most the last `limit` bytes of what is on
 * disk are read; a line in brackets stands for those that were left out, before them or in between.
 */
export async function readLog(
  runFolder: string,
  task: string,
  attempt: number,
  limit = 1024 * 1024,
): Promise<string | undefined> {
  const folder = attemptFolder(runFolder, task, attempt);
  const names = await readdir(folder).catch(() => []);
  const offsets = names.flatMap((name) => offsetOf(name) ?? []).sort((a, b) => a - b);
  if (offsets.length === 0) return undefined;
  const spans: Span[] = [];
  let room = limit;
  for (const offset of offsets.reverse()) {
    // A piece that was given up since it was listed is a gap like any other.
    const span = await readEnd(join(folder, logFile(offset)), offset, room).catch(() => undefined);
    if (span === undefined) continue;
    room -= span.bytes.length;
    const [next] = spans;
    if (next !== undefined && span.offset + span.bytes.length === next.offset) {
      spans[0] = { offset: span.offset, bytes: Buffer.concat([span.bytes, next.bytes]) };
    } else if (span.bytes.length > 0) spans.unshift(span);
    if (room === 0) break;
  }
  return textOf(spans);
}

/** The last bytes of a piece, at most `limit`. */
async function readEnd(path: string, offset: number, limit: number): Promise<Span> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, limit);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return { offset: offset + size - length, bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

function textOf(spans: readonly Span[]): string {
  let text = '';
  let at = 0;
  spans.forEach(({ offset, bytes }, i) => {
    if (offset > at) text += gapLine(offset - at, text);
    const torn = { start: offset > at, end: i < spans.length - 1 };
    text += wholeCharacters(bytes, torn).toString('utf8');
    at = offset + bytes.length;
  });
  return text;
}

function gapLine(bytes: number, before: string): string {
  const line = `[… ${bytes.toLocaleString('en-US')} bytes left out]\n`;
  return before === '' || before.endsWith('\n') ? line : `\n${line}`;
}
