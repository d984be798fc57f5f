import type { TaskRun } from '../../model/run.ts';
import { isSettled, TASK_STATES, type TaskState } from '../../model/taskState.ts';
import type { TaskNode } from './nodes.ts';

/** The state that a task is shown in: the loudest of its parts', as long as these go on. */
export function stateOf({ state, parts }: TaskNode): TaskState {
  return parts.length === 0 || isSettled(state.state) ? state.state : (loudest(parts) ?? 'running');
}

/** The one state that a stage is shown in. */
export function stageState(tasks: readonly TaskNode[]): TaskState {
  const states = new Set(tasks.map(stateOf));
  const quiet: readonly TaskState[] = ['pending', 'completed', ...TASK_STATES];
  return loudest(tasks) ?? quiet.find((state) => states.has(state)) ?? 'pending';
}

/** What somebody has to answer comes first, then what is going on, then what went wrong. */
const LOUD: readonly TaskState[] = ['waiting', 'running', 'retrying', 'failed', 'cancelled', 'ready'];

function loudest(tasks: readonly TaskNode[]): TaskState | undefined {
  const states = new Set(tasks.map(stateOf));
  return LOUD.find((state) => states.has(state));
}

/** How far some tasks are: `3/5`, with what went wrong: `3/5 · 1 failed`. What a task consists of counts in its place. */
export function progressOf(tasks: readonly TaskNode[]): string {
  const states = statesWithin(tasks);
  const settled = states.filter(isSettled).length;
  const failed = states.filter((state) => state === 'failed').length;
  const progress = `${settled}/${states.length}`;
  return failed === 0 ? progress : `${progress} · ${failed} failed`;
}

function statesWithin(tasks: readonly TaskNode[]): readonly TaskState[] {
  return tasks.flatMap(({ state, parts }) =>
    state.children === undefined ? state.state : statesWithin(parts),
  );
}

/** Whether a task was cut short because the process that drove its run ended. */
export function isInterrupted({ state, failure }: TaskRun): boolean {
  return state === 'failed' && failure?.reason === 'interrupted';
}
