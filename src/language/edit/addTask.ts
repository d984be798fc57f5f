import { lineStart } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import type { Edit } from '../edit.ts';
import { type MapValue, type Pair, pairOf } from '../source/value.ts';
import { insertPair, type NewPair } from './insertPair.ts';
import { insertInSection } from './insertTopKey.ts';
import { insertion, isWithin, lineBreak } from './layout.ts';

/**
 * The edit that writes a task into `tasks` or `finally`: before one that is there, comments above it included, or
 * behind all others. Where an empty line stands between tasks, one stands there as well.
 */
export function addTask(
  analysis: Analysis,
  section: string,
  task: NewPair,
  before?: string,
): Edit | undefined {
  const { text, root } = analysis;
  const map = root?.type === 'map' ? pairOf(root, section)?.value : undefined;
  if (map?.type !== 'map' || map.pairs.length === 0) return insertInSection(analysis, section, task);
  const own = map.pairs.filter((pair) => !pair.merged && isWithin(pair.range, map.range));
  const index = own.findIndex(({ key }) => key.value === before);
  const next = own[index];
  const spaced = isSpaced(text, own) ? [''] : [];
  if (next === undefined || map.flow)
    return insertPair(text, map, { ...task, block: [...spaced, ...task.block] });
  const start = aboveComments(text, next);
  const indent = ' '.repeat(next.key.range.start - lineStart(text, next.key.range.start));
  if (text.slice(lineStart(text, next.key.range.start), next.key.range.start).trim() !== '') return undefined;
  const nl = lineBreak(text);
  const lines = [...task.block, ...spaced].map((line) => (line === '' ? nl : `${indent}${line}${nl}`));
  return insertion(start, lines.join(''));
}

/** Whether empty lines stand between the tasks; with a single one, those of blocks are told apart. */
export function isSpaced(text: string, pairs: MapValue['pairs']): boolean {
  const [first, second] = pairs;
  if (first === undefined || second === undefined) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(first.range.end, second.key.range.start));
}

/** Where the comments begin that stand right above a pair, at its column. */
export function aboveComments(text: string, pair: Pair): number {
  let start = lineStart(text, pair.key.range.start);
  const column = pair.key.range.start - start;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (!/^ *#/.test(line) || line.search(/#/) !== column) break;
    start = above;
  }
  return start;
}
