import type { SkipReason } from '../model/event.ts';
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

/** Why a task was skipped: `its need clean failed`. */
export function skipText(reason: SkipReason): string {
  if (reason.type === 'need') return `its need ${oneLine(reason.need)} ${needEnding(reason.state)}`;
  return `its condition ${oneLine(reason.condition)} was ${JSON.stringify(reason.value)}`;
}

/** A run's state as the end of a sentence: `complex-orchestration failed`. */
export function runStateText(state: Run['state']): string {
  const words: Readonly<Record<Run['state'], string>> = {
    running: 'is running',
    cancelling: 'is being cancelled',
    completed: 'completed',
    failed: 'failed',
    cancelled: 'was cancelled',
    interrupted: 'was interrupted',
  };
  return words[state];
}

function needEnding(state: 'failed' | 'skipped' | 'cancelled'): string {
  return state === 'failed' ? 'failed' : `was ${state}`;
}
