import { criticalPath } from '../model/criticalPath.ts';
import type { Needing } from '../model/graph.ts';
import type { Run, TaskRun } from '../model/run.ts';
import type { TaskSummary } from './taskSummary.ts';

/** The chain of needs that took longest by measured durations, upstream first. */
export interface LongestChain {
  readonly tasks: readonly string[];
  /** ms */
  readonly duration: number;
  /** How much of it was waiting for a person, ms. */
  readonly waited: number;
}

/** `undefined` where nothing was measured. What a task consists of is on the chain in its place. O(V + E). */
export function longestChain(run: Run, tasks: readonly TaskSummary[]): LongestChain | undefined {
  const parts = new Map(tasks.filter((task) => task.parts === undefined).map((task) => [task.id, task]));
  const lengthOf = (id: string): number | undefined => parts.get(id)?.duration ?? parts.get(id)?.waited;
  const path = criticalPath(links(run), lengthOf);
  const chain = path.tasks.filter((id) => lengthOf(id) !== undefined);
  if (chain.length === 0) return undefined;
  const waited = chain.reduce((sum, id) => sum + (parts.get(id)?.waited ?? 0), 0);
  return { tasks: chain, duration: path.duration, waited };
}

/**
 * What waited for what. A task that turned into others stands for their end; two points that take no time stand for
 * the beginning of a nested workflow, and for the end of all that comes before a workflow's `finally`.
 */
function links(run: Run): readonly Needing[] {
  const before = ({ task, scope }: TaskRun): readonly string[] => [
    ...task.needs,
    ...(scope === '' ? [] : [point('begin', scope)]),
    ...(task.finally === true ? [point('rest', scope)] : []),
  ];
  const graph: Needing[] = [];
  const rests = new Map<string, string[]>();
  for (const [id, taskRun] of run.tasks) {
    const { children = [], scope, task } = taskRun;
    graph.push({ id, needs: children.length > 0 ? children : before(taskRun) });
    if (taskRun.inputs !== undefined) graph.push({ id: point('begin', id), needs: before(taskRun) });
    if (task.finally === true) continue;
    const rest = rests.get(scope);
    if (rest === undefined) rests.set(scope, [id]);
    else rest.push(id);
  }
  for (const [scope, needs] of rests) graph.push({ id: point('rest', scope), needs });
  return graph;
}

/** No task's id has a line break in it. */
function point(kind: 'begin' | 'rest', scope: string): string {
  return `${kind}\n${scope}`;
}
