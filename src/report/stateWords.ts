import type { CancelReason, RunOutcome, SkipReason } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import type { TaskState } from '../model/taskState.ts';
import { oneLine } from './cleanLine.ts';

/** States told apart by shape, so that no one needs the colours. */
export const STATE_ICONS: Readonly<Record<TaskState, string>> = {
  pending: '·',
  ready: '○',
  running: '●',
  retrying: '↻',
  waiting: '◌',
  completed: '✓',
  failed: '✗',
  skipped: '⊘',
  cancelled: '■',
};

/** The task state whose icon and colour a whole run takes. */
export function stateOfRun(state: Run['state']): TaskState {
  const looks: Readonly<Record<Run['state'], TaskState>> = {
    running: 'running',
    cancelling: 'cancelled',
    completed: 'completed',
    failed: 'failed',
    cancelled: 'cancelled',
    interrupted: 'failed',
  };
  return looks[state];
}

/** Why a task was skipped: `its need clean failed`. */
export function skipText(reason: SkipReason): string {
  if (reason.type === 'need') return `its need ${reason.need} ${needEnding(reason.state)}`;
  return `its condition ${oneLine(reason.condition)} was ${JSON.stringify(reason.value)}`;
}

/** Who or what stopped the run. */
export function cancelText(reason: CancelReason): string {
  const words: Readonly<Record<CancelReason, string>> = {
    person: 'by a person',
    timeout: 'because the time of the whole run was up',
    shutdown: 'because the process that drives it was told to end',
  };
  return words[reason];
}

/** A run's state as the end of a sentence: `complex-orchestration failed`. */
export function runStateText(state: Run['state'], reason: CancelReason | undefined): string {
  const words: Readonly<Record<'running' | 'cancelling' | RunOutcome, string>> = {
    running: 'is running',
    cancelling: 'is being cancelled',
    completed: 'completed',
    failed: 'failed',
    cancelled: 'was cancelled',
    interrupted: 'was interrupted',
  };
  const cancel = state === 'cancelling' || state === 'cancelled';
  return cancel && reason !== undefined ? `${words[state]} ${cancelText(reason)}` : words[state];
}

/** `1 task`, `8 tasks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function needEnding(state: 'failed' | 'skipped' | 'cancelled'): string {
  return state === 'failed' ? 'failed' : `was ${state}`;
}
