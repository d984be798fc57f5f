import type { Run } from './run.ts';
import type { TaskState } from './taskState.ts';

/** The task state whose icon and colour a whole run takes. */
export function stateOfRun(state: Run['state']): TaskState {
  if (state === 'running' || state === 'completed') return state;
  return state === 'failed' || state === 'interrupted' ? 'failed' : 'cancelled';
}
