import type { Run } from '../model/run.ts';

/** The ids in full of the tasks that wait for a person. */
export function waitingTasks({ tasks }: Run): readonly string[] {
  return [...tasks.values()].filter(({ state }) => state === 'waiting').map(({ task }) => task.id);
}
