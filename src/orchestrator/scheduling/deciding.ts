import { EvaluationError, type Status } from '../../expression/evaluate.ts';
import type { SkipReason } from '../../model/event.ts';
import type { JsonValue } from '../../model/json.ts';
import type { TaskRun } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';
import type { Desk } from './desk.ts';
import type { Deciding, Moves } from './moves.ts';
import { isMet, isUnmetState } from './outcome.ts';

/** Whether a task whose needs have settled runs, and what it then begins with. */
export function deciding(desk: Desk, moves: Moves): Deciding {
  const { book, structure, lanes, judge } = desk;
  const { run } = book;
  return {
    decideAll,
    decideInstance(part, byInstance, at) {
      if (isStopping(part) && !moves.isKeptByItself(part)) cancelled(part, at);
      else if (byInstance) judgeAndStart(part, at);
      else tried(part, at, () => start(part, at));
      if (isSettled(part.state)) decideAll(moves.settled(part, at), at);
    },
    becomeReady,
    holdsNow(task) {
      try {
        return judge.condition(task, statusOf(task, unmetNeed(task)), run).holds;
      } catch (error) {
        if (error instanceof EvaluationError) return false;
        throw error;
      }
    },
  };

  function decideAll(tasks: readonly TaskRun[], at: number): void {
    const open = [...tasks].reverse();
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (task.state !== 'pending' || !mayDecide(task)) continue;
      decide(task, at);
      if (isSettled(task.state)) for (const next of moves.settled(task, at).toReversed()) open.push(next);
    }
  }

  /** Those of `finally` come when all the others of their workflow have settled. */
  function mayDecide({ task, scope }: TaskRun): boolean {
    return task.finally !== true || structure.isInFinally(scope);
  }

  function decide(task: TaskRun, at: number): void {
    if (isStopping(task) && !moves.isKeptByItself(task)) {
      cancelled(task, at);
      return;
    }
    // What its matrix says, an instance alone can know.
    const isForInstances = task.task.matrix !== undefined && judge.readsMatrix(task.task);
    const mayExpand = unmetNeed(task) === undefined || judge.asksForStatus(task.task);
    if (isForInstances && mayExpand) tried(task, at, () => start(task, at));
    else judgeAndStart(task, at);
  }

  function judgeAndStart(task: TaskRun, at: number): void {
    tried(task, at, () => {
      const unmet = unmetNeed(task);
      const { holds, value } = judge.condition(task, statusOf(task, unmet), run);
      if (holds) start(task, at);
      else {
        const reason = skipReason(task, unmet, value);
        book.record({ type: 'task-skipped', at, task: task.task.id, reason });
      }
    });
  }

  /** An expression that can't be evaluated fails the task that it stands at. */
  function tried(task: TaskRun, at: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const failure = { reason: 'error', message: error.message, retryable: false } as const;
      book.record({ type: 'task-failed', at, task: task.task.id, attempt: 0, failure, tail: [] });
    }
  }

  /** Its needs are met and its `if` holds. Throws `EvaluationError`. */
  function start(task: TaskRun, at: number): void {
    const { id, matrix, work } = task.task;
    if (matrix !== undefined) {
      const into = { type: 'matrix', instances: judge.instances(task, run) } as const;
      book.record({ type: 'task-expanded', at, task: id, into });
      moves.enterMatrix(task, at);
    } else if (work.kind === 'workflow') {
      const into = { type: 'workflow', inputs: judge.nestedInputs(task, run) } as const;
      book.record({ type: 'task-expanded', at, task: id, into });
      moves.enterGroup(task, at);
    } else if (work.kind === 'approval') moves.ask(task, judge.question(task, run), at);
    else becomeReady(task, at);
  }

  function becomeReady(task: TaskRun, at: number): void {
    if (isSettled(task.state)) return;
    book.record({ type: 'task-ready', at, task: task.task.id });
    lanes.add(task, structure.remaining(task.task.id));
  }

  function cancelled(task: TaskRun, at: number): void {
    book.record({ type: 'task-cancelled', at, task: task.task.id, attempt: 0 });
  }

  function isStopping({ scope }: TaskRun): boolean {
    return moves.stopReason(scope) !== undefined;
  }

  function unmetNeed({ task }: TaskRun): TaskRun | undefined {
    return task.needs.flatMap((need) => run.tasks.get(need) ?? []).find((need) => !isMet(need));
  }

  function statusOf({ task, scope }: TaskRun, unmet: TaskRun | undefined): Status {
    const reason = moves.stopReason(scope);
    // By a failure, a run is stopped and not cancelled: what asks for `failure()` still runs.
    const cancelled = reason !== undefined && reason !== 'failure';
    const isFinal = task.finally === true;
    const failed = isFinal ? structure.hasFailed(scope) : structure.hasFailedUpstream(task.id);
    const succeeded = isFinal ? !failed : unmet === undefined;
    return { success: succeeded && reason === undefined, failure: failed && !cancelled, cancelled };
  }

  function skipReason({ task }: TaskRun, unmet: TaskRun | undefined, value: JsonValue): SkipReason {
    if (unmet !== undefined && isUnmetState(unmet.state) && !judge.asksForStatus(task)) {
      return { type: 'need', need: unmet.task.id, state: unmet.state };
    }
    return { type: 'condition', condition: task.if ?? 'success()', value };
  }
}
