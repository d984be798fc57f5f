import type { TaskRun } from '../../model/run.ts';
import { loudestState, shownState } from '../../model/shownState.ts';
import { isSettled, TASK_STATES, type TaskState } from '../../model/taskState.ts';
import type { TaskNode } from './nodes.ts';

/** The state that a task is shown in: the loudest of its parts', as long as these go on. */
export function stateOf({ held, state }: TaskNode): TaskState {
  return shownState(held.run, state);
}

/** The one state that a stage is shown in. */
export function stageState(tasks: readonly TaskNode[]): TaskState {
  const states = tasks.map(stateOf);
  const quiet: readonly TaskState[] = ['pending', 'completed', ...TASK_STATES];
  return loudestState(states) ?? quiet.find((state) => states.includes(state)) ?? 'pending';
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
