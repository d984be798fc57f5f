import { criticalPath } from '../model/criticalPath.ts';
import type { CancelReason, Trigger } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { Run } from '../model/run.ts';
import type { TaskState } from '../model/taskState.ts';
import { greatest, total } from './measured.ts';
import { momentOf, since } from './moment.ts';
import { type StageSummary, summarizeStages } from './stageSummary.ts';
import { type SuccessRate, successRate } from './successRate.ts';
import { summarizeTask, type TaskSummary } from './taskSummary.ts';

/**
 * What a run tells, measured: what every report is made of. What couldn't be measured is absent.
 * Moments are ms since the run's start but for `startedAt` and `endedAt`, durations ms, memory bytes.
 */
export interface Summary {
  readonly run: string;
  readonly workflow: string;
  readonly description: string | undefined;
  /** Where the workflow came from: a path or a URI. */
  readonly file: string;
  readonly state: Run['state'];
  readonly cancelReason: CancelReason | undefined;
  /** Of the whole run, as planned. */
  readonly timeout: number | undefined;
  readonly trigger: Trigger;
  readonly inputs: JsonObject;
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms since the epoch; absent while the run goes on, and where nobody saw its end. */
  readonly endedAt: number | undefined;
  /** To the run's end, or to its last event. */
  readonly duration: number;
  readonly maxConcurrentTasks: number;
  readonly peakConcurrency: number;
  readonly counts: Readonly<Record<TaskState, number>>;
  readonly successRate: SuccessRate | undefined;
  readonly attempts: number;
  /** All attempts' durations added up. */
  readonly work: number | undefined;
  /** work ÷ (duration × maxConcurrentTasks), 0 to 1: how much of the slots' time was used. */
  readonly parallelEfficiency: number | undefined;
  /** The chain of needs that took longest by measured durations, upstream first. */
  readonly criticalPath: { readonly tasks: readonly string[]; readonly duration: number } | undefined;
  readonly peakMemory: { readonly bytes: number; readonly task: string } | undefined;
  readonly stages: readonly StageSummary[];
  /** In the order of the file. */
  readonly tasks: readonly TaskSummary[];
}

/** Tells a run as of its end, or as of its last event where it goes on or was interrupted. */
export function summarize(run: Run): Summary {
  const moment = momentOf(run);
  const tasks = [...run.tasks.values()].map((task) => summarizeTask(run, task, moment));
  const duration = since(moment.asOf, run.startedAt);
  const work = total(tasks.map((task) => task.work));
  const slots = duration * run.plan.maxConcurrentTasks;
  return {
    run: run.id,
    workflow: run.plan.name,
    description: run.plan.description,
    file: run.plan.file,
    state: run.state,
    cancelReason: run.cancelReason,
    timeout: run.plan.timeout,
    trigger: run.trigger,
    inputs: run.inputs,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    duration,
    maxConcurrentTasks: run.plan.maxConcurrentTasks,
    peakConcurrency: run.peakConcurrency,
    counts: { ...run.counts },
    successRate: successRate(run),
    attempts: tasks.reduce((sum, task) => sum + task.attempts.length, 0),
    work,
    parallelEfficiency: work === undefined || slots === 0 ? undefined : work / slots,
    criticalPath: longestChain(run, tasks),
    peakMemory: peakMemory(tasks),
    stages: summarizeStages(tasks),
    tasks,
  };
}

function longestChain(run: Run, tasks: readonly TaskSummary[]): Summary['criticalPath'] {
  const durations = new Map(tasks.map((task) => [task.id, task.duration]));
  const path = criticalPath(run.plan.tasks, (id) => durations.get(id));
  const measured = path.tasks.filter((id) => durations.get(id) !== undefined);
  return measured.length === 0 ? undefined : { tasks: measured, duration: path.duration };
}

function peakMemory(tasks: readonly TaskSummary[]): Summary['peakMemory'] {
  const bytes = greatest(tasks.map((task) => task.peakMemory));
  const task = tasks.find((candidate) => candidate.peakMemory === bytes);
  return bytes === undefined || task === undefined ? undefined : { bytes, task: task.id };
}
