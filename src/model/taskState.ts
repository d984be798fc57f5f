/** Where a task stands in a run. */
export type TaskState =
  | 'pending'
  | 'ready'
  | 'running'
  | 'retrying'
  | 'waiting'
  | 'completed'
  | 'failed'
  | 'skipped'
  | 'cancelled';

export const TASK_STATES: readonly TaskState[] = [
  'pending',
  'ready',
  'running',
  'retrying',
  'waiting',
  'completed',
  'failed',
  'skipped',
  'cancelled',
];

/** States that a task doesn't leave any more. */
export type SettledState = 'completed' | 'failed' | 'skipped' | 'cancelled';

export function isSettled(state: TaskState): state is SettledState {
  return state === 'completed' || state === 'failed' || state === 'skipped' || state === 'cancelled';
}
