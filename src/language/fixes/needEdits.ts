import type { Located } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { addItem } from '../edit/addItem.ts';
import { insertFirstPair } from '../edit/insertPair.ts';
import { insertion, isWithin, wholeLines } from '../edit/layout.ts';
import { removeItem, removePair } from '../edit/removePair.ts';
import type { Edit } from '../edit.ts';
import { asMap } from '../read/scalars.ts';
import { isNothing, type MapValue, type Pair, pairOf } from '../source/value.ts';
import { sectionOf } from '../taskOfPath.ts';

/** The edit that takes one need out of a task, or nothing where the needs stand elsewhere, behind an alias. */
export function removeNeed({ text, root }: Analysis, task: Task, need: Located<string>): Edit | undefined {
  const map = taskMap(root, task);
  const pair = map === undefined ? undefined : pairOf(map, 'needs');
  if (map === undefined || pair === undefined || !isWithin(need.range, pair.range) || pair.merged)
    return undefined;
  const { value } = pair;
  if (value.type !== 'list' || value.items.length === 1) return removeNeeds(text, map, pair);
  const at = value.items.findIndex((item) => item.range.start === need.range.start);
  return removeItem(text, value, at);
}

/** The edit that adds a need to a task, in the style that its needs have. */
export function addNeed({ text, root }: Analysis, task: Task, name: string): Edit | undefined {
  const map = taskMap(root, task);
  if (map === undefined) return undefined;
  const pair = pairOf(map, 'needs');
  if (pair === undefined)
    return insertFirstPair(text, map, { block: [`needs: ${name}`], flow: `needs: ${name}` });
  const { value, key } = pair;
  // One need stands without brackets.
  if (!pair.merged && isNothing(value) && value.range.start === value.range.end)
    return insertion(text.indexOf(':', key.range.end) + 1, ` ${name}`);
  return addItem(text, pair, name);
}

/** With its line where nothing else is on it; a comment behind it is kept, with an empty list. */
function removeNeeds(text: string, map: MapValue, pair: Pair): Edit | undefined {
  if (map.pairs.length > 1) {
    if (map.flow) return removePair(text, map, pair);
    const lines = wholeLines(text, pair.range);
    const around = text.slice(lines.start, pair.range.start) + text.slice(pair.range.end, lines.end);
    if (around.trim() === '') return { range: lines, newText: '' };
  }
  return { range: pair.value.range, newText: '[]' };
}

/** What is written of a task; nothing where it stands elsewhere, behind an alias. */
export function taskMap(root: Analysis['root'], task: Task): MapValue | undefined {
  const tasks = root?.type === 'map' ? pairOf(root, sectionOf(task))?.value : undefined;
  const pair = tasks?.type === 'map' ? pairOf(tasks, task.id.value) : undefined;
  const map = pair === undefined ? undefined : asMap(pair.value);
  return map !== undefined && pair !== undefined && isWithin(map.range, pair.range) ? map : undefined;
}
