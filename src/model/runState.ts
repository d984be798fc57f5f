import type { Run } from './run.ts';
import type { TaskState } from './taskState.ts';

/** The task state whose icon and colour a whole run takes. */
export function stateOfRun(state: Run['state']): TaskState {
  if (state === 'running' || state === 'completed') return state;
  return state === 'failed' || state === 'interrupted' ? 'failed' : 'cancelled';
}

/** Whether all that a run does is to wait for people: it may do so for days. */
export function onlyWaits({ state, counts }: Pick<Run, 'state' | 'counts'>): boolean {
  return state === 'running' && counts.waiting > 0 && counts.running + counts.retrying + counts.ready === 0;
}

/** What a run that only waits is doing: `waits for an answer`, `waits for 3 answers`. */
export function waitingWords({ counts: { waiting } }: Pick<Run, 'counts'>): string {
  return waiting === 1 ? 'waits for an answer' : `waits for ${waiting} answers`;
}
