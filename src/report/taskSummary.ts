import type { Cached, SkipReason } from '../model/event.ts';
import type { Failure } from '../model/failure.ts';
import { partName } from '../model/inner.ts';
import type { JsonObject } from '../model/json.ts';
import type { Reason } from '../model/reason.ts';
import {
  countedAttempts,
  type GivenAnswer,
  planOfScope,
  type Question,
  type Run,
  type TaskRun,
} from '../model/run.ts';
import { drivenTime, waitSpan, workSpan } from '../model/span.ts';
import { type Stage, stageOf } from '../model/stage.ts';
import type { TaskState } from '../model/taskState.ts';
import { type AttemptSummary, summarizeAttempt } from './attemptSummary.ts';
import { oneLine, plainLine } from './cleanLine.ts';
import { greatest, total } from './measured.ts';
import { type Moment, runTime, since } from './moment.ts';

/**
 * What a run tells of one task. Moments are ms since the run's start, durations ms, both without the time in which
 * no process drove the run.
 */
export interface TaskSummary {
  readonly id: string;
  /** What it is called inside its parent, `[model=regression]` or `build`; its id where it has none. One plain line. */
  readonly name: string;
  /** The task that it is a part of. */
  readonly parent: string | undefined;
  /** How many tasks it is inside of. */
  readonly depth: number;
  /** What it turned into, in order: such a task is measured by its parts, and never counted beside them. */
  readonly parts: Parts | undefined;
  readonly description: string | undefined;
  /** Of a part, the stage of the task in the run's own file that it belongs to. */
  readonly stage: Stage;
  /** Runs when the other tasks of its workflow have settled. */
  readonly finally: boolean;
  /** The workflow's file that it is written in: a path or a URI. */
  readonly file: string;
  /** One-based line in that file. */
  readonly line: number;
  readonly state: TaskState;
  readonly maxAttempts: number;
  /** How many attempts count against `maxAttempts`: not those that were interrupted. */
  readonly countedAttempts: number;
  readonly continueOnError: boolean;
  readonly attempts: readonly AttemptSummary[];
  readonly readyAt: number | undefined;
  /** When its first attempt started, or it turned into its parts. */
  readonly from: number | undefined;
  /** When its last attempt ended, or the last of its parts. */
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
  /** The last lines that the failed attempt wrote, as plain text. */
  readonly tail: readonly string[];
  readonly skipped: SkipReason | undefined;
  /** The earlier run whose result was taken over. */
  readonly reusedFrom: string | undefined;
  /** Its result was found in the cache; nothing was run. */
  readonly cached: Cached | undefined;
  /** What a person was asked; its moments are ms since the epoch. */
  readonly question: Question | undefined;
  /** What the person said; its moment is ms since the epoch. */
  readonly answer: GivenAnswer | undefined;
  /** When it asked, and when that was answered, or so far. */
  readonly wait: { readonly from: number; readonly to: number } | undefined;
  /** From the question to its answer, or so far, by the clock on the wall: people answer while no process drives the run, too. */
  readonly waited: number | undefined;
  /** Why it ran again, though there was a result of it. */
  readonly again: readonly Reason[];
}

export interface Parts {
  readonly of: 'matrix' | 'workflow';
  readonly ids: readonly string[];
  /** How many of them completed. */
  readonly completed: number;
}

export function summarizeTask(run: Run, taskRun: TaskRun, depth: number, moment: Moment): TaskSummary {
  const { task, readyAt } = taskRun;
  const attempts = taskRun.attempts.map((attempt) => summarizeAttempt(run, attempt, moment));
  const isParent = taskRun.children !== undefined;
  const span = workSpan(taskRun);
  const end = span?.to ?? (isParent ? taskRun.endedAt : taskRun.attempts.at(-1)?.endedAt) ?? moment.now;
  const asked = waitSpan(taskRun);
  const answered = asked?.to ?? moment.asOf;
  const began = span !== undefined && !isParent ? span.from : undefined;
  return {
    id: task.id,
    name: oneLine(partName(task.id, taskRun.parent)),
    parent: taskRun.parent,
    depth,
    parts: partsOf(run, taskRun),
    description: task.description,
    stage: stageOf(run, taskRun),
    finally: task.finally === true,
    file: planOfScope(run, taskRun.scope).file,
    line: task.line + 1,
    state: taskRun.state,
    maxAttempts: task.retry.maxAttempts,
    countedAttempts: countedAttempts(taskRun),
    continueOnError: task.continueOnError,
    attempts,
    readyAt: readyAt === undefined ? undefined : runTime(run, readyAt),
    from: span && runTime(run, span.from),
    to: isParent ? span?.to && runTime(run, span.to) : attempts.at(-1)?.to,
    duration: span === undefined || end === undefined ? undefined : drivenTime(run, span.from, end),
    work: total(attempts.map(({ duration }) => duration)),
    queued: began === undefined || readyAt === undefined ? undefined : drivenTime(run, readyAt, began),
    peakMemory: greatest(attempts.map(({ peakMemory }) => peakMemory)),
    outputs: taskRun.outputs,
    failure: taskRun.failure,
    tail: taskRun.tail.map(plainLine),
    skipped: taskRun.skipped,
    reusedFrom: taskRun.reusedFrom,
    cached: taskRun.cached,
    question: taskRun.question,
    answer: taskRun.answer,
    wait: asked && { from: runTime(run, asked.from), to: runTime(run, answered) },
    waited: asked && since(answered, asked.from),
    again: taskRun.again,
  };
}

function partsOf(run: Run, { children, inputs }: TaskRun): Parts | undefined {
  if (children === undefined) return undefined;
  return {
    of: inputs === undefined ? 'matrix' : 'workflow',
    ids: children,
    completed: children.filter((id) => run.tasks.get(id)?.state === 'completed').length,
  };
}
