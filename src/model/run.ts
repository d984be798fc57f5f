import type {
  Again,
  AnswerWay,
  Cached,
  CancelReason,
  RunOutcome,
  RunStarted,
  SkipReason,
  Trigger,
} from './event.ts';
import type { Failure } from './failure.ts';
import type { JsonObject } from './json.ts';
import type { Plan, PlannedTask } from './plan.ts';
import type { Reason } from './reason.ts';
import { TASK_STATES, type TaskState } from './taskState.ts';
import type { Answer } from './workflow.ts';

/** A run as its events tell it. Made by `startRun`, moved on by `applyEvent`, and by nothing else. */
export interface Run {
  readonly id: string;
  readonly plan: Plan;
  readonly inputs: JsonObject;
  readonly trigger: Trigger;
  readonly process: RunStarted['process'];
  /** ms since the epoch */
  readonly startedAt: number;
  /** When it was last taken up again; `startedAt` where it never was. */
  readonly resumedAt: number;
  /** When its last event was told, output aside; ms since the epoch. */
  readonly heardAt: number;
  /** When no process drove it, before it was taken up again. In order. */
  readonly pauses: readonly Pause[];
  readonly endedAt: number | undefined;
  readonly state: 'running' | 'cancelling' | RunOutcome;
  readonly cancelReason: CancelReason | undefined;
  /** The run whose results were taken over. */
  readonly previous: string | undefined;
  /**
   * By id: those of the file in its order, then those that others turned into (`children`), as they came to be.
   */
  readonly tasks: ReadonlyMap<string, TaskRun>;
  /** The attempts of tasks that it no longer has: should one come back, its numbers go on. */
  readonly pastAttempts: ReadonlyMap<string, readonly Attempt[]>;
  /** How many tasks are in each state. What a task consists of counts in its place. */
  readonly counts: Readonly<Record<TaskState, number>>;
  /** Most tasks that ran at one time. */
  readonly peakConcurrency: number;
  /** What the workflow's `outputs` said at the end. */
  readonly outputs: JsonObject;
  /** Why the run failed though no task did. */
  readonly failure: Failure | undefined;
}

/** Moments in ms since the epoch. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

export interface TaskRun {
  readonly task: PlannedTask;
  /** The task that this one is a part of. */
  readonly parent: string | undefined;
  /** The task whose nested workflow it is in; empty in the run's own. */
  readonly scope: string;
  /** What `matrix` reads. */
  readonly values: JsonObject | undefined;
  /** What it turned into, in order; absent where it is carried out itself. */
  readonly children: readonly string[] | undefined;
  /** The inputs of its nested workflow, once that began. */
  readonly inputs: JsonObject | undefined;
  /** Why its nested workflow is being stopped. */
  readonly cancelReason: CancelReason | undefined;
  readonly state: TaskState;
  /** When all needs were first met. */
  readonly readyAt: number | undefined;
  readonly endedAt: number | undefined;
  /** When it turned into others. */
  readonly expandedAt: number | undefined;
  /** Every try, the current one last. */
  readonly attempts: readonly Attempt[];
  /** How many of them were made before the task began anew. */
  readonly earlierAttempts: number;
  /** While `retrying`: when the next attempt is due. */
  readonly retryAt: number | undefined;
  /** Empty until the task has completed. */
  readonly outputs: JsonObject;
  /** The latest; kept while the task is tried again. */
  readonly failure: Failure | undefined;
  readonly tail: readonly string[];
  readonly skipped: SkipReason | undefined;
  readonly reusedFrom: string | undefined;
  readonly cached: Cached | undefined;
  /** What a person was asked. */
  readonly question: Question | undefined;
  readonly answer: GivenAnswer | undefined;
  /** Why it runs again, though there was a result of it. */
  readonly again: readonly Reason[];
}

/** Moments in ms since the epoch. */
export interface Question {
  readonly message: string;
  readonly askedAt: number;
  readonly until: number | undefined;
  readonly default: Answer | undefined;
}

export interface GivenAnswer {
  readonly answer: Answer;
  readonly by: string;
  readonly via: AnswerWay;
  readonly at: number;
  readonly comment: string | undefined;
}

export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly failure: Failure | undefined;
  /** bytes */
  readonly peakMemory: number | undefined;
  /** How far it said it was. */
  readonly progress: Progress | undefined;
}

export interface Progress {
  /** 0 to 1 */
  readonly fraction: number;
  readonly message: string | undefined;
}

/**
 * How many of a task's attempts count against `max_attempts`: not those that the end of its process cut off, nor
 * those from before it began anew.
 */
export function countedAttempts({ attempts, earlierAttempts }: TaskRun): number {
  let count = 0;
  for (let i = earlierAttempts; i < attempts.length; i++) {
    if (attempts[i]?.failure?.reason !== 'interrupted') count++;
  }
  return count;
}

/** How many tasks a run has, as far as is known by now. What a task consists of counts in its place. */
export function taskCount({ counts }: Run): number {
  return TASK_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** Tasks that aren't a part of another, in the order of the file. */
export function topTasks(run: Run): readonly TaskRun[] {
  return run.plan.tasks.flatMap(({ id }) => run.tasks.get(id) ?? []);
}

/**
 * Whether a workflow was stopped by a person or the end of a process, which lets go of it when the run is taken up
 * again; a failure or the time of its own stops it still.
 */
export function isStoppedFromOutside(
  { tasks, cancelReason }: Pick<Run, 'tasks' | 'cancelReason'>,
  scope: string,
): boolean {
  const reason = scope === '' ? cancelReason : tasks.get(scope)?.cancelReason;
  if (reason === undefined || reason === 'failure') return false;
  return reason !== 'timeout' || scope === '' || cancelReason === 'timeout';
}

/** The plan of the workflow that a scope is. */
export function planOfScope(run: Run, scope: string): Plan {
  const work = run.tasks.get(scope)?.task.work;
  return work?.kind === 'workflow' ? work.plan : run.plan;
}

/** The reasons by task. */
export function reasonsByTask(again: readonly Again[]): ReadonlyMap<string, readonly Reason[]> {
  return new Map(again.map(({ task, reasons }) => [task, reasons]));
}
