import type { RunResumed, TaskExpanded } from './event.ts';
import { type InnerTask, innerTasks } from './inner.ts';
import { anew, attemptsOf, pendingTask } from './pendingTask.ts';
import type { PlannedTask } from './plan.ts';
import { isStoppedFromOutside, type Run, reasonsByTask, type TaskRun } from './run.ts';
import { countsOf } from './taskCounts.ts';
import { isSettled } from './taskState.ts';
import type { Writable } from './writable.ts';

/** What has to begin anew is pending again, with the attempts that were made; all else stays as it was. */
export function takeUp(run: Writable<Run>, event: RunResumed): void {
  const reasons = reasonsByTask(event.again);
  const before = run.tasks;
  const was = { tasks: before, cancelReason: run.cancelReason };
  // A failure that stopped the run stops it still; whoever else did so has changed their mind.
  const stays = run.cancelReason === 'failure' && run.state === 'cancelling';
  const tasks = new Map<string, TaskRun>();
  const keep = (task: PlannedTask, inner: InnerTask, parent?: TaskRun): void => {
    const known = before.get(task.id);
    const again = reasons.get(task.id);
    const kept =
      known === undefined || again !== undefined
        ? { ...anew(pendingTask(inner, parent), attemptsOf(run, task.id), event.at), again: again ?? [] }
        : { ...known, task };
    tasks.set(task.id, kept);
    if (kept.children === undefined) return;
    const into: TaskExpanded['into'] =
      kept.inputs === undefined
        ? {
            type: 'matrix',
            instances: kept.children.map((id) => ({ id, values: before.get(id)?.values ?? {} })),
          }
        : { type: 'workflow', inputs: kept.inputs };
    const parts = innerTasks(kept, into);
    (kept as Writable<TaskRun>).children = parts.map((part) => part.task.id);
    for (const part of parts) keep(part.task, part, kept);
    const isOpen = parts.some((part) => !isSettled(tasks.get(part.task.id)?.state ?? 'pending'));
    const wasStopped = kept.state === 'cancelled' && isStoppedFromOutside(was, kept.scope);
    if (isOpen || wasStopped) reopen(kept, isStoppedFromOutside(was, task.id));
  };
  for (const task of event.plan.tasks) keep(task, { task, scope: '' });
  const past = new Map(run.pastAttempts);
  for (const [id, { attempts }] of before) if (!tasks.has(id)) past.set(id, attempts);
  run.pastAttempts = past;
  run.plan = event.plan;
  run.inputs = event.inputs;
  run.process = event.process;
  run.resumedAt = event.at;
  run.endedAt = undefined;
  run.tasks = tasks;
  run.counts = countsOf(tasks);
  run.state = stays ? 'cancelling' : 'running';
  run.cancelReason = stays ? 'failure' : undefined;
  run.outputs = {};
  run.failure = undefined;
}

/**
 * A task goes on with those that it consists of.
 * @param isFreed what stopped its workflow no longer does
 */
function reopen(task: Writable<TaskRun>, isFreed: boolean): void {
  task.state = 'running';
  task.endedAt = undefined;
  task.failure = undefined;
  task.skipped = undefined;
  task.outputs = {};
  if (isFreed) task.cancelReason = undefined;
}
