import type { Again } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Reason } from '../model/reason.ts';
import { isStoppedFromOutside, type Run, type TaskRun } from '../model/run.ts';
import { isSettled } from '../model/taskState.ts';
import { whatHolds } from './again.ts';
import type { TakenOver } from './takenOver.ts';

export interface ResumptionOptions {
  /** The run as its journal tells it. */
  readonly before: Run;
  /** As the file says now. */
  readonly plan: Plan;
  readonly inputs: JsonObject;
  /** What became of the files that a completed task reads by `cache`. */
  readonly filesChanged?: (task: string) => readonly Reason[];
}

export interface Resumption {
  /** What begins anew, in the order of the file, and why. All else keeps its state. */
  readonly again: readonly Again[];
  /** Results that hold though what they are a part of begins anew, by task. */
  readonly held: TakenOver['held'];
}

/**
 * What of a run that was cut off, or stopped, begins anew when it goes on. What had completed and is what it was
 * stays; so does what had failed. What was stopped with the run begins anew, and so does what the file, its inputs or
 * a task upstream changed.
 */
export function resumption(options: ResumptionOptions): Resumption {
  const { before } = options;
  const { held, again } = whatHolds(options);
  const anew = new Map<string, readonly Reason[]>();
  for (const { task, reasons } of again) {
    if (beginsAnew(before, task, reasons)) anew.set(task, reasons);
  }
  const final = [...before.tasks.values()].filter(
    ({ task, state }) => task.finally === true && state !== 'pending',
  );
  for (const each of final) {
    if (wasStopped(before, each)) anew.set(each.task.id, [{ type: 'unfinished', state: 'cancelled' }]);
  }
  follow(before, [...again, ...final.flatMap(behindNeeds)], anew);
  for (const [task, reasons] of finalTasks(before, final, anew)) anew.set(task, reasons);
  const ids = [...new Set([...again.map(({ task }) => task), ...anew.keys()])];
  return {
    again: ids.flatMap((task) => {
      const reasons = anew.get(task);
      return reasons === undefined ? [] : [{ task, reasons: told(reasons, anew) }];
    }),
    held,
  };
}

/** Whether a task begins anew by itself, whatever becomes of those that it needs. */
function beginsAnew(before: Run, id: string, reasons: readonly Reason[]): boolean {
  const task = before.tasks.get(id);
  if (task === undefined || reasons.some(isOwn)) return true;
  // Those that it consists of begin anew, each by itself, and it goes on with them.
  return wasStopped(before, task);
}

/** Whether it might have come to something had the run not been stopped. */
function wasStopped(before: Run, task: TaskRun): boolean {
  const mayHang = task.state === 'cancelled' || (task.state === 'skipped' && mayHangOnStop(task));
  return mayHang && task.children === undefined && isStoppedFromOutside(before, task.scope);
}

/** Of the others the task itself isn't at fault. */
function isOwn({ type }: Reason): boolean {
  return type !== 'unfinished' && type !== 'upstream' && type !== 'part';
}

/** It ends once more, with what it consists of. */
function isReopened(before: Run, task: TaskRun): boolean {
  return (
    task.children !== undefined && task.state === 'cancelled' && isStoppedFromOutside(before, task.scope)
  );
}

function mayHangOnStop({ skipped }: TaskRun): boolean {
  return skipped?.type === 'condition' || skipped?.state === 'cancelled';
}

/** Whoever needs what begins anew, or has a part that does, does so as well. */
function follow(before: Run, again: readonly Again[], anew: Map<string, readonly Reason[]>): void {
  const behind = new Map<string, Again[]>();
  for (const each of again) {
    for (const reason of each.reasons) {
      if (reason.type !== 'upstream') continue;
      const others = behind.get(reason.task);
      if (others === undefined) behind.set(reason.task, [each]);
      else others.push(each);
    }
  }
  const stopped = [...before.tasks.values()].filter((task) => isReopened(before, task));
  const open = [...anew.keys(), ...stopped.map(({ task }) => task.id)];
  const seen = new Set(open);
  const follows = (id: string): void => {
    if (!seen.has(id)) open.push(id);
    seen.add(id);
  };
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { task, reasons } of behind.get(id) ?? []) {
      if (!anew.has(task)) anew.set(task, reasons);
      follows(task);
    }
    const parent = before.tasks.get(id)?.parent;
    if (parent !== undefined) follows(parent);
  }
}

/** What would follow on those that a task of `finally` needs. */
function behindNeeds({ task }: TaskRun): readonly Again[] {
  if (task.needs.length === 0) return [];
  return [{ task: task.id, reasons: task.needs.map((need) => ({ type: 'upstream', task: need })) }];
}

/** `finally` follows on the others once more, where one of these still has to run. */
function finalTasks(
  before: Run,
  final: readonly TaskRun[],
  anew: ReadonlyMap<string, readonly Reason[]>,
): ReadonlyMap<string, readonly Reason[]> {
  const cause = new Map<string, string>();
  for (const { task, scope, state, parent } of before.tasks.values()) {
    if (task.finally === true || cause.has(scope)) continue;
    if (anew.has(task.id) || !isSettled(state)) cause.set(scope, parent ?? task.id);
  }
  const found = new Map<string, readonly Reason[]>();
  for (const { task, scope } of final) {
    const first = cause.get(scope);
    if (first !== undefined) found.set(task.id, [{ type: 'upstream', task: first }]);
  }
  return found;
}

/** Without those upstream that keep what they had come to, and without that it was cut off, which the run's end says. */
function told(reasons: readonly Reason[], anew: ReadonlyMap<string, readonly Reason[]>): readonly Reason[] {
  const said = reasons.filter((reason) => {
    if (reason.type === 'upstream') return anew.has(reason.task);
    return reason.type !== 'unfinished' || reason.state !== 'interrupted';
  });
  return said.length > 0 ? said : reasons;
}
