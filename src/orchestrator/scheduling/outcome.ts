import type { RunOutcome, SkipReason } from '../../model/event.ts';
import type { Failure } from '../../model/failure.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { planOfScope, type Run, type TaskRun, topTasks } from '../../model/run.ts';

/** A need counts as met when it completed, or failed and the author said to go on. */
export function isMet(need: TaskRun): boolean {
  return need.state === 'completed' || (need.state === 'failed' && need.task.continueOnError);
}

export function isUnmetState(state: TaskRun['state']): state is 'failed' | 'skipped' | 'cancelled' {
  return state === 'failed' || state === 'skipped' || state === 'cancelled';
}

export function isOver(run: Run): boolean {
  return run.endedAt !== undefined;
}

export function outcomeOf(run: Run): RunOutcome {
  if (run.cancelReason === 'shutdown') return 'interrupted';
  if (run.cancelReason === 'timeout' || run.cancelReason === 'failure') return 'failed';
  if (run.cancelReason === 'person') return 'cancelled';
  return topTasks(run).some(hasFailed) ? 'failed' : 'completed';
}

/** How a task ends that turned into others, once these have; `completed` where it may have outputs. */
export type PartsOutcome =
  | { readonly type: 'completed' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'skipped'; readonly reason: SkipReason }
  | { readonly type: 'cancelled' };

export function partsOutcome(run: Run, group: TaskRun): PartsOutcome {
  const parts = partsOf(run, group);
  const isMatrix = group.inputs === undefined;
  if (group.cancelReason === 'timeout') {
    const after = timeoutOf(run, group) ?? 0;
    return { type: 'failed', failure: { reason: 'timeout', after } };
  }
  const failed = parts.filter((part) => (isMatrix ? part.state === 'failed' : hasFailed(part)));
  if (failed.length > 0) {
    return { type: 'failed', failure: { reason: 'tasks', tasks: failed.map(({ task }) => task.id) } };
  }
  if (group.cancelReason !== undefined) return { type: 'cancelled' };
  if (parts.some(({ state }) => state === 'cancelled')) return { type: 'cancelled' };
  const [first] = parts;
  const reason = isMatrix && parts.every(({ state }) => state === 'skipped') ? first?.skipped : undefined;
  return reason === undefined ? { type: 'completed' } : { type: 'skipped', reason };
}

/** How long a nested workflow may take, ms: the task's `timeout` or the workflow's own, whichever is over first. */
export function timeoutOf(run: Run, group: TaskRun): number | undefined {
  const limits = [group.task.timeout, planOfScope(run, group.task.id).timeout];
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** By key the list over the instances, in order; what one of them doesn't have is null. */
export function matrixOutputs(run: Run, group: TaskRun): JsonObject {
  const all = partsOf(run, group).map(({ outputs }) => outputs);
  const keys = new Set(all.flatMap((outputs) => Object.keys(outputs)));
  const listOf = (key: string): JsonValue =>
    all.map((outputs) => (Object.hasOwn(outputs, key) ? (outputs[key] ?? null) : null));
  return Object.fromEntries([...keys].map((key) => [key, listOf(key)]));
}

function partsOf(run: Run, { children = [] }: TaskRun): readonly TaskRun[] {
  return children.flatMap((id) => run.tasks.get(id) ?? []);
}

function hasFailed({ state, task }: TaskRun): boolean {
  return state === 'failed' && !task.continueOnError;
}
