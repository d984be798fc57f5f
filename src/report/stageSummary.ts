import { compareStages, type Stage } from '../model/stage.ts';
import type { TaskState } from '../model/taskState.ts';
import { greatest, least, total } from './measured.ts';
import type { TaskSummary } from './taskSummary.ts';

/** What a run tells of the tasks of one stage. Moments are ms since the run's start, durations ms. */
export interface StageSummary {
  /** Counts from 0. */
  readonly stage: Stage;
  /** What a task consists of counts in its place. */
  readonly tasks: number;
  readonly states: Readonly<Partial<Record<TaskState, number>>>;
  /** When its first attempt started. */
  readonly from: number | undefined;
  /** When its last attempt ended; absent while one runs. */
  readonly to: number | undefined;
  /** From its first attempt's start to its last one's end, or so far. */
  readonly duration: number | undefined;
  /** The attempts' durations added up. */
  readonly work: number | undefined;
}

/** In order of depth, `finally` last. */
export function summarizeStages(tasks: readonly TaskSummary[]): readonly StageSummary[] {
  const stages = new Map<Stage, TaskSummary[]>();
  for (const task of tasks) {
    if (task.parts !== undefined) continue;
    const members = stages.get(task.stage);
    if (members === undefined) stages.set(task.stage, [task]);
    else members.push(task);
  }
  return [...stages]
    .sort(([a], [b]) => compareStages(a, b))
    .map(([stage, members]) => summarizeStage(stage, members));
}

function summarizeStage(stage: Stage, tasks: readonly TaskSummary[]): StageSummary {
  const states: Partial<Record<TaskState, number>> = {};
  for (const { state } of tasks) states[state] = (states[state] ?? 0) + 1;
  const from = least(tasks.map((task) => task.from));
  const unended = tasks.some((task) => task.from !== undefined && task.to === undefined);
  const end = greatest(tasks.map(endOf));
  return {
    stage,
    tasks: tasks.length,
    states,
    from,
    to: unended ? undefined : end,
    duration: from === undefined || end === undefined ? undefined : end - from,
    work: total(tasks.map(({ work }) => work)),
  };
}

/** The end as far as it is known: of a task that runs, the moment as of which the run is told. */
function endOf({ from, duration }: TaskSummary): number | undefined {
  return from === undefined || duration === undefined ? undefined : from + duration;
}
