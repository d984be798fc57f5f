import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/** The tasks that failed by themselves: not those of which only the parts did, which are among them. */
export function failuresOf({ tasks }: Pick<Summary, 'tasks'>): readonly TaskSummary[] {
  return tasks.filter(({ state, parts, failure }) => {
    if (state !== 'failed') return false;
    return parts === undefined || (failure?.reason !== 'tasks' && failure?.reason !== 'interrupted');
  });
}
