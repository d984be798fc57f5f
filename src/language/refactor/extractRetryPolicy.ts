import type { Analysis } from '../analyze.ts';
import { insertTopKey } from '../edit/insertTopKey.ts';
import { blockColumn, indentUnit } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import { taskMap } from '../fixes/needEdits.ts';
import { saysTheSame } from '../format/saysTheSame.ts';
import { pairOf } from '../source/value.ts';
import type { Refactoring } from './refactoring.ts';

/** Makes the retry policy that all tasks have the workflow's. */
export function* extractRetryPolicy(analysis: Analysis, id: string): Iterable<Refactoring> {
  const { text, root, workflow, tasksById } = analysis;
  const own = tasksById.get(id);
  const map = own === undefined ? undefined : taskMap(root, own);
  const pair = map === undefined ? undefined : pairOf(map, 'retry_policy');
  if (root?.type !== 'map' || pair === undefined || pair.merged || pair.value.type !== 'map') return;
  const title = 'Make this retry policy the workflow’s';
  const kind = 'extract' as const;
  if (pairOf(root, 'retry_policy') !== undefined) {
    yield { title, kind, refusal: 'The workflow has a retry policy already.' };
    return;
  }
  const edits = [];
  for (const task of workflow.tasks) {
    if (task.work?.kind !== 'run' && task.work?.kind !== 'module') continue;
    const other = taskMap(root, task);
    const theirs = other === undefined ? undefined : pairOf(other, 'retry_policy');
    if (other === undefined || theirs === undefined || !saysTheSame(theirs.value, pair.value)) {
      yield { title, kind, refusal: `The task "${task.id.value}" has another retry policy, or none.` };
      return;
    }
    edits.push(removePair(text, other, theirs));
  }
  const column = blockColumn(text, pair.value) ?? 0;
  const written = text.slice(pair.value.range.start, pair.value.range.end);
  const unit = indentUnit(text, root);
  const lines = written.split(/\r?\n/).map((line, i) => unit + (i === 0 ? line : line.slice(column)));
  const block = pair.value.flow ? [`retry_policy: ${written}`] : ['retry_policy:', ...lines];
  const all = [...edits, insertTopKey(analysis, 'retry_policy', { block, flow: `retry_policy: ${written}` })];
  const known = all.filter((edit) => edit !== undefined);
  if (known.length === all.length) yield { title, kind, files: [{ file: undefined, edits: known }] };
}
