import type { SkipReason } from '../model/event.ts';
import type { Failure } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import type { Run, TaskRun } from '../model/run.ts';
import type { TaskState } from '../model/taskState.ts';
import { greatest, total } from './measured.ts';
import { type Moment, since } from './moment.ts';

/** What a run tells of one task. Moments are ms since the run's start, durations ms. */
export interface TaskSummary {
  readonly id: string;
  readonly description: string | undefined;
  readonly stage: number;
  /** One-based line in the workflow's file. */
  readonly line: number;
  readonly state: TaskState;
  readonly maxAttempts: number;
  readonly continueOnError: boolean;
  readonly attempts: readonly AttemptSummary[];
  readonly readyAt: number | undefined;
  /** When its first attempt started. */
  readonly from: number | undefined;
  /** When its last attempt ended. */
  readonly to: number | undefined;
  /** From the first attempt's start to the last one's end, the waits between them included. */
  readonly duration: number | undefined;
  /** The attempts' durations added up. */
  readonly work: number | undefined;
  /** How long it waited for a slot: from ready to the first attempt's start. */
  readonly queued: number | undefined;
  /** bytes, over all attempts */
  readonly peakMemory: number | undefined;
  readonly outputs: JsonObject;
  readonly failure: Failure | undefined;
  /** The last lines that the failed attempt wrote. */
  readonly tail: readonly string[];
  readonly skipped: SkipReason | undefined;
  /** The earlier run whose result was taken over. */
  readonly reusedFrom: string | undefined;
}

export interface AttemptSummary {
  /** Counts from 1. */
  readonly number: number;
  readonly from: number;
  /** Absent while it runs, and where nobody saw its end. */
  readonly to: number | undefined;
  /** Of a running attempt: so far. */
  readonly duration: number | undefined;
  readonly failure: Failure | undefined;
  /** bytes */
  readonly peakMemory: number | undefined;
}

export function summarizeTask(run: Run, taskRun: TaskRun, moment: Moment): TaskSummary {
  const { task } = taskRun;
  const attempts = taskRun.attempts.map((attempt): AttemptSummary => {
    const end = attempt.endedAt ?? moment.now;
    return {
      number: attempt.number,
      from: since(attempt.startedAt, run.startedAt),
      to: attempt.endedAt === undefined ? undefined : since(attempt.endedAt, run.startedAt),
      duration: end === undefined ? undefined : since(end, attempt.startedAt),
      failure: attempt.failure,
      peakMemory: attempt.peakMemory,
    };
  });
  const first = taskRun.attempts[0];
  const last = taskRun.attempts.at(-1);
  const end = last?.endedAt ?? (last === undefined ? undefined : moment.now);
  const { readyAt } = taskRun;
  return {
    id: task.id,
    description: task.description,
    stage: task.stage,
    line: task.line + 1,
    state: taskRun.state,
    maxAttempts: task.retry.maxAttempts,
    continueOnError: task.continueOnError,
    attempts,
    readyAt: readyAt === undefined ? undefined : since(readyAt, run.startedAt),
    from: attempts[0]?.from,
    to: attempts.at(-1)?.to,
    duration: first === undefined || end === undefined ? undefined : since(end, first.startedAt),
    work: total(attempts.map(({ duration }) => duration)),
    queued: first === undefined || readyAt === undefined ? undefined : since(first.startedAt, readyAt),
    peakMemory: greatest(attempts.map(({ peakMemory }) => peakMemory)),
    outputs: taskRun.outputs,
    failure: taskRun.failure,
    tail: taskRun.tail,
    skipped: taskRun.skipped,
    reusedFrom: taskRun.reusedFrom,
  };
}
