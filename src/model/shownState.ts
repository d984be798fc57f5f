import type { Run, TaskRun } from './run.ts';
import { isSettled, type TaskState } from './taskState.ts';

/** The state that a task is shown in: the loudest of its parts', as long as these go on. */
export function shownState(run: Run, { state, children }: TaskRun): TaskState {
  if (children === undefined || isSettled(state)) return state;
  const parts = children.flatMap((id) => run.tasks.get(id) ?? []);
  return loudestState(parts.map((part) => shownState(run, part))) ?? state;
}

/** What somebody has to answer comes first, then what is going on, then what went wrong. */
const LOUD: readonly TaskState[] = ['waiting', 'running', 'retrying', 'failed', 'cancelled', 'ready'];

/** Of some states the one that says most, or `undefined` where nothing goes on and nothing went wrong. */
export function loudestState(states: readonly TaskState[]): TaskState | undefined {
  return LOUD.find((state) => states.includes(state));
}
