import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { insertInSection } from '../edit/insertTopKey.ts';
import { isWithin } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import type { Edit } from '../edit.ts';
import { taskMap } from '../fixes/needEdits.ts';
import { saysTheSame } from '../format/saysTheSame.ts';
import { type MapValue, type Pair, pairOf } from '../source/value.ts';
import type { Steps } from '../stepsTo.ts';
import type { Refactoring } from './refactoring.ts';

interface TaskEnv {
  readonly task: Task;
  readonly map: MapValue;
  readonly env: Pair;
}

/** Makes a variable of a task one of the workflow, for all tasks that give it this value. */
export function* extractEnv(analysis: Analysis, { steps }: Steps): Iterable<Refactoring> {
  const { text, root, workflow } = analysis;
  const last = steps[3];
  if (last?.type !== 'pair' || steps.length !== 4 || last.pair.value.type !== 'scalar') return;
  const { pair } = last;
  const name = pair.key.value;
  const title = `Move the variable ${quoted(name)} to the workflow`;
  const kind = 'extract' as const;
  const refusal = refusalOf(analysis, pair);
  if (refusal !== undefined) {
    yield { title, kind, refusal };
    return;
  }
  const same = workflow.tasks.flatMap((task) => {
    const found = envOf(root, task);
    const theirs = found?.env.value.type === 'map' ? pairOf(found.env.value, name) : undefined;
    return found !== undefined && theirs !== undefined && saysTheSame(theirs.value, pair.value)
      ? [{ ...found, entry: theirs }]
      : [];
  });
  const removals = same.map(({ map, env, entry }): Edit | undefined => {
    if (env.value.type !== 'map' || entry.merged) return undefined;
    return env.value.pairs.length === 1 ? removePair(text, map, env) : removePair(text, env.value, entry);
  });
  const written = text.slice(pair.range.start, pair.range.end);
  if (written.includes('\n')) return;
  const edits = [insertInSection(analysis, 'env', { block: [written], flow: written }), ...removals];
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length) return;
  const count = same.length === 1 ? '' : `, from ${same.length} tasks`;
  yield { title: `${title}${count}`, kind, files: [{ file: undefined, edits: known }] };
}

/** The workflow's variables are made before any task, and those of a task go before them. */
function refusalOf({ root, workflow, expressions }: Analysis, { key, value }: Pair): string | undefined {
  const name = key.value;
  if (root?.type !== 'map') return '';
  const there = workflow.env.some((entry) => entry.name.value === name);
  if (there) return `The workflow has a variable ${quoted(name)} already.`;
  for (const { text, references } of expressions) {
    if (text.range.start !== value.range.start) continue;
    const read = references.find(({ context }) => ['tasks', 'matrix', 'env'].includes(context));
    if (read !== undefined) return `The workflow’s variables can’t read ${quoted(read.context)}.`;
  }
  return undefined;
}

function envOf(root: Analysis['root'], task: Task): TaskEnv | undefined {
  const map = taskMap(root, task);
  const env = map === undefined ? undefined : pairOf(map, 'env');
  if (map === undefined || env?.value.type !== 'map' || env.merged) return undefined;
  return isWithin(env.value.range, env.range) ? { task, map, env } : undefined;
}
