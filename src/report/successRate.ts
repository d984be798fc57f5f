import type { Run } from '../model/run.ts';

/** How many of the settled tasks that were meant to run did complete. */
export interface SuccessRate {
  readonly completed: number;
  /** All settled tasks but those that a condition left out, by itself or by way of their needs. */
  readonly of: number;
}

/** `undefined` while nothing has settled. */
export function successRate(run: Run): SuccessRate | undefined {
  const { completed, failed, cancelled } = run.counts;
  const leftOut = new Map<string, boolean>();
  let unlucky = 0;
  for (const [id, task] of run.tasks) {
    if (task.state === 'skipped' && task.children === undefined && !byCondition(run, id, leftOut)) unlucky++;
  }
  const of = completed + failed + cancelled + unlucky;
  return of === 0 ? undefined : { completed, of };
}

/** Whether a skipped task goes back to a condition; each task is looked at once however long the chains are. */
function byCondition(run: Run, id: string, known: Map<string, boolean>): boolean {
  const path = new Set<string>();
  let at = id;
  let answer = known.get(at);
  while (answer === undefined) {
    path.add(at);
    const reason = run.tasks.get(at)?.skipped;
    if (reason?.type === 'need' && reason.state === 'skipped' && !path.has(reason.need)) {
      at = reason.need;
      answer = known.get(at);
    } else answer = reason?.type === 'condition';
  }
  for (const passed of path) known.set(passed, answer);
  return answer;
}
