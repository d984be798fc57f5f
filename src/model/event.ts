import type { Failure } from './failure.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Plan } from './plan.ts';

/**
 * What happened in a run, in order. A run is its events: the tree, the graph, the report and the journal
 * are all made from them. `at` is ms since the epoch.
 */
export type RunEvent =
  | RunStarted
  | TaskReady
  | TaskStarted
  | TaskOutput
  | TaskRetrying
  | TaskCompleted
  | TaskFailed
  | TaskSkipped
  | TaskCancelled
  | RunCancelling
  | RunFinished;

/** The version of this vocabulary, written into each `run-started`. */
export const EVENT_VERSION = 1;

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
}

/** A process among all that ever bore its number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it began, as its system counts; absent where that can't be known. */
  readonly start?: string;
}

/** Who asked for the run. */
export type Trigger = 'editor' | 'command-line' | 'rerun';

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
  /** The attempt that succeeded; 0 where an earlier run's result was taken over. */
  readonly attempt: number;
  readonly outputs: JsonObject;
  /** Highest memory of the attempt's processes in bytes, where it could be measured. */
  readonly peakMemory?: number;
  /** The run whose result this is. */
  readonly reusedFrom?: string;
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

/** The run was asked to stop: nothing new starts but what asked for it by `always()` or `cancelled()`. */
export interface RunCancelling {
  readonly type: 'run-cancelling';
  readonly at: number;
  readonly reason: CancelReason;
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
}

export type RunOutcome = 'completed' | 'failed' | 'cancelled' | 'interrupted';
