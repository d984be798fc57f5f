import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { insertFirstPair } from '../edit/insertPair.ts';
import { deletion, insertion, isWithin, wholeLines } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import type { Edit } from '../edit.ts';
import { taskMap } from '../fixes/needEdits.ts';
import { pairOf } from '../source/value.ts';

/**
 * The edits that write other names in the place of a task's needs, each once; none for one takes it out. Nothing where
 * the needs stand elsewhere, behind an alias.
 */
export function changeNeeds(
  { text, root }: Analysis,
  task: Task,
  change: (need: string) => readonly string[],
): readonly Edit[] | undefined {
  const after = [...new Set(task.needs.flatMap(({ value }) => change(value)))];
  if (after.join('\n') === task.needs.map(({ value }) => value).join('\n')) return [];
  const map = taskMap(root, task);
  const pair = map === undefined ? undefined : pairOf(map, 'needs');
  if (map === undefined) return undefined;
  if (pair === undefined) {
    const written = after.length === 1 ? `needs: ${after[0] ?? ''}` : `needs: [${after.join(', ')}]`;
    const edit = insertFirstPair(text, map, { block: [written], flow: written });
    return edit === undefined ? undefined : [edit];
  }
  const { value } = pair;
  if (pair.merged || !isWithin(value.range, pair.range)) return undefined;
  if (after.length === 0) {
    const edit = removePair(text, map, pair);
    return edit === undefined ? undefined : [edit];
  }
  if (value.type !== 'list' || value.flow) {
    const isOne = value.type === 'scalar' && after.length === 1;
    return [{ range: value.range, newText: isOne ? (after[0] ?? '') : `[${after.join(', ')}]` }];
  }
  // Line by line, so that comments stay.
  const left = new Set(after);
  const written = new Set(task.needs.map(({ value: name }) => name));
  return task.needs.map((need) => {
    const names = change(need.value).filter(
      (name) => (name === need.value || !written.has(name)) && left.delete(name),
    );
    if (names.length === 0) return deletion(wholeLines(text, need.range));
    const [first = '', ...more] = names;
    if (more.length === 0) return { range: need.range, newText: first };
    const lines = wholeLines(text, need.range);
    const lead = text.slice(lines.start, need.range.start);
    const added = more.map((name) => `${lead}${name}\n`).join('');
    return first === need.value
      ? insertion(lines.end, added)
      : { range: need.range, newText: [first, ...more].join(`\n${lead}`) };
  });
}
