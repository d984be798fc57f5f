import type { Failure } from './failure.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Plan } from './plan.ts';
import type { Reason } from './reason.ts';
import type { Answer } from './workflow.ts';

/**
 * What happened in a run, in order. A run is its events: the tree, the graph, the report and the journal
 * are all made from them. `at` is ms since the epoch.
 */
export type RunEvent =
  | RunStarted
  | RunResumed
  | TaskReady
  | TaskStarted
  | TaskExpanded
  | TaskWaiting
  | TaskAnswered
  | TaskOutput
  | TaskProgress
  | TaskRetrying
  | TaskCompleted
  | TaskFailed
  | TaskSkipped
  | TaskCancelled
  | RunCancelling
  | RunFinished;

/** The version of this vocabulary, written into each `run-started`. Older ones are read by `model/oldEvents.ts`. */
export const EVENT_VERSION = 2;

export interface RunStarted {
  readonly type: 'run-started';
  readonly at: number;
  readonly version: number;
  readonly run: string;
  readonly plan: Plan;
  readonly inputs: JsonObject;
  readonly trigger: Trigger;
  /** The process that drives the run; when it is gone and the run hasn't finished, the run was interrupted. */
  readonly process: ProcessIdentity;
  /** The run whose results are taken over where they still hold, and why the other tasks run again. */
  readonly previous?: { readonly run: string; readonly again: readonly Again[] };
}

/** An interrupted or cancelled run goes on, in another process. */
export interface RunResumed {
  readonly type: 'run-resumed';
  readonly at: number;
  readonly process: ProcessIdentity;
  readonly trigger: Trigger;
  /** As the file says now. */
  readonly plan: Plan;
  readonly inputs: JsonObject;
  /** The tasks that begin anew though they had settled, or stood otherwise in the file. All others keep their state. */
  readonly again: readonly Again[];
}

/** Why a task that had an outcome runs once more. */
export interface Again {
  readonly task: string;
  readonly reasons: readonly Reason[];
}

/** A process among all that ever bore its number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it began, as its system counts; absent where that can't be known. */
  readonly start?: string;
}

/** Who asked for the run. */
export type Trigger = 'editor' | 'command-line';

/** All needs are met; the task waits for a slot. */
export interface TaskReady {
  readonly type: 'task-ready';
  readonly at: number;
  readonly task: string;
}

export interface TaskStarted {
  readonly type: 'task-started';
  readonly at: number;
  readonly task: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/**
 * A task turned into those that it consists of: the instances of its matrix, or the tasks of its workflow. It ends
 * when they have; it holds no slot.
 */
export interface TaskExpanded {
  readonly type: 'task-expanded';
  readonly at: number;
  readonly task: string;
  readonly into:
    | { readonly type: 'matrix'; readonly instances: readonly Instance[] }
    | { readonly type: 'workflow'; readonly inputs: JsonObject };
}

/** One instance of a matrix: `train[model=regression]`. */
export interface Instance {
  readonly id: string;
  /** What its expressions read as `matrix`. */
  readonly values: JsonObject;
}

/** The task asks a person. It holds no slot meanwhile. */
export interface TaskWaiting {
  readonly type: 'task-waiting';
  readonly at: number;
  readonly task: string;
  readonly message: string;
  /** When the approval's `timeout` answers, ms since the epoch. */
  readonly until?: number;
  /** What it answers; it fails where there is nothing. */
  readonly default?: Answer;
}

/** Somebody answered, or the approval's `timeout` did. What follows from it is told by the next event of the task. */
export interface TaskAnswered {
  readonly type: 'task-answered';
  readonly at: number;
  readonly task: string;
  readonly answer: Answer;
  /** Who: a person's name on this machine, or `timeout`. */
  readonly by: string;
  readonly via: AnswerWay;
  readonly comment?: string;
}

export type AnswerWay = 'editor' | 'command-line' | 'timeout';

/** Text that a task wrote, always whole lines; kept in the attempt's log, not in the journal. */
export interface TaskOutput {
  readonly type: 'task-output';
  readonly at: number;
  readonly task: string;
  readonly attempt: number;
  readonly stream: 'stdout' | 'stderr';
  /** One or more lines, each with its line break. */
  readonly text: string;
}

/** How far an attempt is, by its own words. */
export interface TaskProgress {
  readonly type: 'task-progress';
  readonly at: number;
  readonly task: string;
  readonly attempt: number;
  /** 0 to 1 */
  readonly fraction: number;
  readonly message?: string;
}

/** An attempt failed and another one follows after `delay` ms. */
export interface TaskRetrying {
  readonly type: 'task-retrying';
  readonly at: number;
  readonly task: string;
  /** The attempt that failed. */
  readonly attempt: number;
  readonly failure: Failure;
  readonly delay: number;
  readonly peakMemory?: number;
}

export interface TaskCompleted {
  readonly type: 'task-completed';
  readonly at: number;
  readonly task: string;
  /** The attempt that succeeded; 0 where none was made: a result taken over, a task made of others, an approval. */
  readonly attempt: number;
  readonly outputs: JsonObject;
  /** Highest memory of the attempt's processes in bytes, where it could be measured. */
  readonly peakMemory?: number;
  /** The run whose result this is. */
  readonly reusedFrom?: string;
  /** The result was found in the cache and nothing was run. */
  readonly cached?: Cached;
}

export interface Cached {
  /** The run that left the result. */
  readonly run: string;
  /** How long the task took then, ms: what the hit saved. */
  readonly saved: number;
}

/** The task has failed for good. */
export interface TaskFailed {
  readonly type: 'task-failed';
  readonly at: number;
  readonly task: string;
  /** The last attempt; 0 where the task failed before its first, because its condition couldn't be evaluated. */
  readonly attempt: number;
  readonly failure: Failure;
  /** The last lines that the attempt wrote. */
  readonly tail: readonly string[];
  readonly peakMemory?: number;
}

export interface TaskSkipped {
  readonly type: 'task-skipped';
  readonly at: number;
  readonly task: string;
  readonly reason: SkipReason;
}

export type SkipReason =
  /** A direct need didn't complete. */
  | { readonly type: 'need'; readonly need: string; readonly state: 'failed' | 'skipped' | 'cancelled' }
  /** Its `if` evaluated to this value. */
  | { readonly type: 'condition'; readonly condition: string; readonly value: JsonValue };

export interface TaskCancelled {
  readonly type: 'task-cancelled';
  readonly at: number;
  readonly task: string;
  /** The attempt that was stopped; 0 where none was running. */
  readonly attempt: number;
}

/** The run was asked to stop: nothing new starts but what asked for it by `always()` or `cancelled()`, and `finally`. */
export interface RunCancelling {
  readonly type: 'run-cancelling';
  readonly at: number;
  readonly reason: CancelReason;
  /** The task whose nested workflow stops; absent where the whole run does. */
  readonly task?: string;
}

/**
 * Who or what stopped the run: a person, a task's failure (by `failure_mode`), the workflow's `timeout`, or the end
 * of the process that drives it.
 */
export type CancelReason = 'person' | 'failure' | 'timeout' | 'shutdown';

export interface RunFinished {
  readonly type: 'run-finished';
  readonly at: number;
  readonly outcome: RunOutcome;
  /** What the workflow's `outputs` say, where the run completed. */
  readonly outputs?: JsonObject;
  /** Why it failed though no task did: its outputs couldn't be evaluated. */
  readonly failure?: Failure;
}

export type RunOutcome = 'completed' | 'failed' | 'cancelled' | 'interrupted';
