import { StringDecoder } from 'node:string_decoder';

/** A line longer than this many UTF-16 units is cut, so that a task without line breaks can't fill the memory. */
const LONGEST_LINE = 64 * 1024;

/** Makes whole lines of text that comes torn anywhere. */
export interface LineCutter {
  /** Takes a piece; returns the whole lines that it completes, each with its line break, or ''. */
  push(piece: string): string;
  /** Returns what is left, with a line break, or ''. */
  end(): string;
}

export function lineCutter(): LineCutter {
  let rest = '';
  return {
    push(piece) {
      const text = rest + piece;
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (rest.length < LONGEST_LINE) return text.slice(0, end);
      const cut = `${text}\n`;
      rest = '';
      return cut;
    },
    end() {
      const last = rest === '' ? '' : `${rest}\n`;
      rest = '';
      return last;
    },
  };
}

/** Makes whole lines of UTF-8 that comes torn anywhere, inside a character too; bytes that are none read as U+FFFD. */
export interface LineReader {
  push(bytes: Uint8Array): string;
  end(): string;
}

export function lineReader(): LineReader {
  const decoder = new StringDecoder('utf8');
  const cutter = lineCutter();
  return {
    push: (bytes) =>
      cutter.push(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    end: () => cutter.push(decoder.end()) + cutter.end(),
  };
}

/** The last lines of what was written. */
export interface Tail {
  add(lines: string): void;
  lines(): readonly string[];
}

/** UTF-16 units of a line that are kept. */
const LONGEST_KEPT = 2000;

/** Keeps the last `count` lines, each cut to 2,000 UTF-16 units. */
export function tailOf(count: number): Tail {
  let kept: string[] = [];
  return {
    add(lines) {
      const fresh = lines.slice(startOfLast(lines, count)).split('\n').slice(0, -1);
      kept = [...kept, ...fresh.map(shortened)].slice(-count);
    },
    lines: () => kept,
  };
}

/** Where the last `count` lines of some begin: most of very many needn't be made lines of their own. */
function startOfLast(lines: string, count: number): number {
  let at = lines.length - 1;
  for (let i = 0; i < count && at >= 0; i++) at = at === 0 ? -1 : lines.lastIndexOf('\n', at - 1);
  return at + 1;
}

function shortened(line: string): string {
  return line.length > LONGEST_KEPT ? `${line.slice(0, LONGEST_KEPT - 1)}…` : line;
}
