import type { CancelReason, Trigger } from '../model/event.ts';
import type { Failure } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import { type Run, type TaskRun, taskCount, topTasks } from '../model/run.ts';
import { pausedTime } from '../model/span.ts';
import type { TaskState } from '../model/taskState.ts';
import { type Interval, timeOutside } from './intervals.ts';
import { type LongestChain, longestChain } from './longestChain.ts';
import { greatest, total } from './measured.ts';
import { type Moment, momentOf, runTime } from './moment.ts';
import { type StageSummary, summarizeStages } from './stageSummary.ts';
import { type SuccessRate, successRate } from './successRate.ts';
import { summarizeTask, type TaskSummary } from './taskSummary.ts';

/**
 * What a run tells, measured: what every report is made of. What couldn't be measured is absent. Moments are ms since
 * the run's start but for `startedAt` and `endedAt`, durations ms, memory bytes. The time in which no process drove
 * the run is left out of all of them.
 */
export interface Summary {
  readonly run: string;
  readonly workflow: string;
  readonly description: string | undefined;
  /** Where the workflow came from: a path or a URI. */
  readonly file: string;
  readonly state: Run['state'];
  readonly cancelReason: CancelReason | undefined;
  /** Why it failed though no task did. */
  readonly failure: Failure | undefined;
  /** Of the whole run, as planned. */
  readonly timeout: number | undefined;
  readonly trigger: Trigger;
  readonly inputs: JsonObject;
  /** What the workflow's `outputs` said at the end. */
  readonly outputs: JsonObject;
  /** The run whose results were taken over. */
  readonly previous: string | undefined;
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms since the epoch; absent while the run goes on, and where nobody saw its end. */
  readonly endedAt: number | undefined;
  /** To the run's end, or to its last event. */
  readonly duration: number;
  /** How often it was taken up again, and for how long nobody had driven it before. Absent where it never was. */
  readonly resumed: { readonly times: number; readonly paused: number } | undefined;
  readonly maxConcurrentTasks: number;
  readonly peakConcurrency: number;
  /** How many tasks there are. What a task consists of counts in its place, here and in `counts`. */
  readonly count: number;
  readonly counts: Readonly<Record<TaskState, number>>;
  readonly successRate: SuccessRate | undefined;
  /** All that count against their tasks' `max_attempts`. */
  readonly attempts: number;
  /** All attempts' durations added up. */
  readonly work: number | undefined;
  /** How long the run did nothing but wait for a person. */
  readonly onlyWaited: number;
  /** work ÷ ((duration − onlyWaited) × maxConcurrentTasks), 0 to 1: how much of the slots' time was used. */
  readonly parallelEfficiency: number | undefined;
  readonly criticalPath: LongestChain | undefined;
  readonly peakMemory: { readonly bytes: number; readonly task: string } | undefined;
  /** How many tasks were found in the cache, and how long they took when they were run. Absent where none was. */
  readonly cached: { readonly tasks: number; readonly saved: number } | undefined;
  /** How many tasks' results were taken over from another run. */
  readonly reused: number;
  readonly stages: readonly StageSummary[];
  /** In the order of the file, each followed by its parts. */
  readonly tasks: readonly TaskSummary[];
}

/** Tells a run as of its end, or as of its last event where it goes on or was interrupted. */
export function summarize(run: Run): Summary {
  const moment = momentOf(run);
  const tasks = summarizeTasks(run, moment);
  const duration = runTime(run, moment.asOf);
  const work = total(tasks.map((task) => task.work));
  const onlyWaited = timeOutside(waits(tasks), attempts(tasks));
  const slots = (duration - onlyWaited) * run.plan.maxConcurrentTasks;
  return {
    run: run.id,
    workflow: run.plan.name,
    description: run.plan.description,
    file: run.plan.file,
    state: run.state,
    cancelReason: run.cancelReason,
    failure: run.failure,
    timeout: run.plan.timeout,
    trigger: run.trigger,
    inputs: run.inputs,
    outputs: run.outputs,
    previous: run.previous,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    duration,
    resumed:
      run.pauses.length === 0
        ? undefined
        : { times: run.pauses.length, paused: pausedTime(run, run.startedAt) },
    maxConcurrentTasks: run.plan.maxConcurrentTasks,
    peakConcurrency: run.peakConcurrency,
    count: taskCount(run),
    counts: { ...run.counts },
    successRate: successRate(run),
    attempts: tasks.reduce((sum, task) => sum + task.countedAttempts, 0),
    work,
    onlyWaited,
    // A run that went on under a lower limit had slots that nobody can count.
    parallelEfficiency:
      work === undefined || slots <= 0 || run.peakConcurrency > run.plan.maxConcurrentTasks
        ? undefined
        : work / slots,
    criticalPath: longestChain(run, tasks),
    peakMemory: peakMemory(tasks),
    cached: cached(tasks),
    reused: tasks.filter((task) => task.reusedFrom !== undefined && task.parts === undefined).length,
    stages: summarizeStages(tasks),
    tasks,
  };
}

function summarizeTasks(run: Run, moment: Moment): readonly TaskSummary[] {
  const summaries: TaskSummary[] = [];
  const add = (task: TaskRun, depth: number): void => {
    summaries.push(summarizeTask(run, task, depth, moment));
    for (const id of task.children ?? []) {
      const part = run.tasks.get(id);
      if (part !== undefined) add(part, depth + 1);
    }
  };
  for (const task of topTasks(run)) add(task, 0);
  return summaries;
}

function waits(tasks: readonly TaskSummary[]): readonly Interval[] {
  return tasks.flatMap(({ wait }): readonly Interval[] => (wait === undefined ? [] : [[wait.from, wait.to]]));
}

function attempts(tasks: readonly TaskSummary[]): readonly Interval[] {
  return tasks.flatMap((task) =>
    task.attempts.flatMap(({ from, duration }): readonly Interval[] =>
      duration === undefined ? [] : [[from, from + duration]],
    ),
  );
}

function cached(tasks: readonly TaskSummary[]): Summary['cached'] {
  const hits = tasks.flatMap((task) => task.cached ?? []);
  if (hits.length === 0) return undefined;
  return { tasks: hits.length, saved: hits.reduce((sum, { saved }) => sum + saved, 0) };
}

function peakMemory(tasks: readonly TaskSummary[]): Summary['peakMemory'] {
  const bytes = greatest(tasks.map((task) => task.peakMemory));
  const task = tasks.find((candidate) => candidate.peakMemory === bytes);
  return bytes === undefined || task === undefined ? undefined : { bytes, task: task.id };
}
