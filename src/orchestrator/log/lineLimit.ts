import { tailOf } from '../lines.ts';

/** Lets lines pass as long as they come at a rate that can be shown; of those that come faster it keeps the last. */
export interface LineLimit {
  /** Takes whole lines, each with its line break; returns those that pass now. */
  push(lines: string): string;
  /** Whether lines have been kept back. From then on all are, until `flush`. */
  readonly isBehind: boolean;
  /** The last of those kept back, behind a line that counts the others. */
  flush(): string;
}

/** UTF-16 units that pass at once, and that pass each second in the long run. */
const BURST = 256 * 1024;
const RATE = 256 * 1024;

/** What each piece costs beside its length, so that very many small ones are too much as well. */
const PIECE = 256;

/** How many of the last lines are kept. */
const LAST = 20;

/** `now` in ms; `where` says where those lines are that aren't shown, if that is known. */
export function lineLimit(now: () => number, where: () => string | undefined): LineLimit {
  let budget = BURST;
  let since = now();
  let dropped = 0;
  let last = tailOf(LAST);

  function drop(lines: string): void {
    dropped += countLines(lines);
    last.add(lines);
  }

  return {
    get isBehind() {
      return dropped > 0;
    },
    push(lines) {
      if (dropped > 0) {
        drop(lines);
        return '';
      }
      const time = now();
      budget = Math.min(BURST, budget + ((time - since) / 1000) * RATE);
      since = time;
      const room = Math.max(0, Math.floor(budget - PIECE));
      budget = Math.max(0, budget - PIECE - lines.length);
      if (lines.length <= room) return lines;
      const cut = room === 0 ? 0 : lines.lastIndexOf('\n', room - 1) + 1;
      drop(lines.slice(cut));
      return lines.slice(0, cut);
    },
    flush() {
      const lines = last.lines();
      const others = dropped - lines.length;
      const text = `${others > 0 ? gapLine(others, where()) : ''}${lines.map((line) => `${line}\n`).join('')}`;
      dropped = 0;
      last = tailOf(LAST);
      return text;
    },
  };
}

function gapLine(count: number, where: string | undefined): string {
  const are = where === undefined ? '' : `: they are ${where}`;
  return `[… ${count.toLocaleString('en-US')} lines left out${are}]\n`;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
