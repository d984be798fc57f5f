import { wholeSeconds } from '../drawing/nodeWords.ts';
import { formatDuration } from '../model/duration.ts';
import { onlyWaits, waitingWords } from '../model/runState.ts';
import { isSettled, TASK_STATES, type TaskState } from '../model/taskState.ts';
import type { RunSummary } from './protocol.ts';

/** How many tasks a run has, and how many of them it has done with. */
export function runCounts({ counts }: RunSummary): { readonly settled: number; readonly all: number } {
  const sum = (states: readonly TaskState[]): number =>
    states.reduce((total, state) => total + counts[state], 0);
  return { settled: sum(TASK_STATES.filter(isSettled)), all: sum(TASK_STATES) };
}

/**
 * A run in few words: `Running · 3 of 8 · 4 s`, `Waits for an answer · 4 of 7 · 9 s`,
 * `Failed · 5 of 8 · 4.20 s · 1 failed, 2 skipped`. While it goes on all tasks are counted that it has done with, after
 * that those that completed.
 */
export function runWords(run: RunSummary, now: number): string {
  const { settled, all } = runCounts(run);
  const live = isLive(run);
  const waits = onlyWaits(run);
  const troubles = (['waiting', 'failed', 'skipped', 'cancelled'] as const)
    .filter((state) => run.counts[state] > 0 && !(waits && state === 'waiting'))
    .map((state) => `${run.counts[state]} ${state === 'waiting' ? 'waiting for a person' : state}`);
  const progress = `${live ? settled : run.counts.completed} of ${all}`;
  const state = waits ? capital(waitingWords(run)) : RUN_STATE_WORDS[run.state];
  const parts = [state, progress, elapsedWords(run, now), troubles.join(', ')];
  return parts.filter((part) => part !== '').join(' · ');
}

export function isLive({ state }: RunSummary): boolean {
  return state === 'running' || state === 'cancelling';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How long a run has taken, or took; empty where nobody saw its end. */
function elapsedWords(run: RunSummary, now: number): string {
  if (run.endedAt !== undefined) return formatDuration(Math.max(0, run.endedAt - run.startedAt));
  return isLive(run) ? wholeSeconds(now - run.startedAt) : '';
}

/** How the view calls the states of a run. */
export const RUN_STATE_WORDS: Readonly<Record<RunSummary['state'], string>> = {
  running: 'Running',
  cancelling: 'Cancelling',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};
