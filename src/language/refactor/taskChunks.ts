import { lineStart, type Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { aboveComments } from '../edit/addTask.ts';
import { blockColumn, isWithin, lineEnd } from '../edit/layout.ts';
import { type MapValue, type Pair, pairOf } from '../source/value.ts';

/** The lines that belong to a task: the comments right above it, its own, and deeper comments right below it. */
export interface TaskChunk {
  readonly id: string;
  readonly pair: Pair;
  /** Without the last line break. */
  readonly range: Range;
}

/** The tasks under `tasks` or `finally`, where each has lines of its own; nothing where they can't be told apart. */
export function taskChunks({ text, root }: Analysis, section: string): readonly TaskChunk[] | undefined {
  const map = root?.type === 'map' ? pairOf(root, section)?.value : undefined;
  if (map?.type !== 'map' || map.pairs.length === 0) return undefined;
  const column = columnOfAll(text, map);
  if (column === undefined) return undefined;
  const chunks: TaskChunk[] = [];
  for (const pair of map.pairs) {
    const range = { start: aboveComments(text, pair), end: withDeeperComments(text, pair.range.end, column) };
    const before = chunks.at(-1);
    if (before !== undefined && before.range.end > range.start) return undefined;
    chunks.push({ id: pair.key.value, pair, range });
  }
  return chunks;
}

/** The column of the keys of a block map; `undefined` where one isn't first on its line, or stands elsewhere. */
function columnOfAll(text: string, map: MapValue): number | undefined {
  const column = blockColumn(text, map);
  const isApart = map.pairs.every(
    ({ key, merged, range }) =>
      !merged && isWithin(range, map.range) && key.range.start - lineStart(text, key.range.start) === column,
  );
  return isApart ? column : undefined;
}

function withDeeperComments(text: string, from: number, column: number): number {
  let end = lineEnd(text, from);
  for (let at = end; at < text.length; ) {
    const start = text.indexOf('\n', at) + 1;
    if (start === 0) break;
    at = lineEnd(text, start);
    const line = text.slice(start, at);
    if (line.trim() === '') continue;
    if (!/^ *#/.test(line) || line.search(/#/) <= column) break;
    end = at;
  }
  return end;
}
