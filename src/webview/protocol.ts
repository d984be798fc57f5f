import type { Scene } from '../drawing/scene.ts';
import type { Run } from '../model/run.ts';
import { pausedTime } from '../model/span.ts';
import type { TaskState } from '../model/taskState.ts';
import type { Answer } from '../model/workflow.ts';
import { isRecord } from './isRecord.ts';

/** What the editor tells the graph view. */
export type HostMessage = Snapshot | Select;

/** All that the view shows. Sent in answer to `ready` and whenever something has changed, at most once a frame. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** The workflow's name, or its file's. */
  readonly title: string;
  readonly scene: Scene;
  /** The task that the cursor is in. */
  readonly selected?: string;
  /** The run that the scene's states come from. */
  readonly run?: RunSummary;
  /** Why the workflow can't be run now, in words; Run is offered where this is absent. */
  readonly cannotRun?: string;
  /** The editor's clock when it was sent, ms since the epoch: the view may run on another machine. */
  readonly now: number;
}

/** The cursor went into another task, or out of all of them. */
export interface Select {
  readonly type: 'select';
  readonly task?: string;
}

export interface RunSummary {
  readonly id: string;
  readonly state: Run['state'];
  /** ms since the epoch, moved on by the time in which no process drove the run. */
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly counts: Readonly<Record<TaskState, number>>;
}

/** What the graph view asks of the editor. */
export type ViewMessage =
  /** Scripts are loaded; to be answered with a snapshot. */
  | { readonly type: 'ready' }
  /** Show the task in the file. */
  | { readonly type: 'reveal'; readonly task: string }
  | { readonly type: 'showLog'; readonly task: string }
  /** What a person says to a task that waits for one. */
  | { readonly type: 'answer'; readonly task: string; readonly answer: Answer }
  | { readonly type: 'run' }
  | { readonly type: 'resume' }
  | { readonly type: 'cancel' }
  | { readonly type: 'showReport' };

/** What a snapshot says of a run. */
export function runSummary(run: Run): RunSummary {
  return {
    id: run.id,
    state: run.state,
    startedAt: run.startedAt + pausedTime(run, run.startedAt),
    ...(run.endedAt !== undefined && { endedAt: run.endedAt }),
    counts: { ...run.counts },
  };
}

/** A message from the view, or `undefined` where it is none. */
export function readViewMessage(value: unknown): ViewMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, task, answer } = value;
  switch (type) {
    case 'ready':
    case 'run':
    case 'resume':
    case 'cancel':
    case 'showReport':
      return { type };
    case 'reveal':
    case 'showLog':
      return typeof task === 'string' ? { type, task } : undefined;
    case 'answer':
      if (typeof task !== 'string' || (answer !== 'approve' && answer !== 'reject')) return undefined;
      return { type, task, answer };
    default:
      return undefined;
  }
}
