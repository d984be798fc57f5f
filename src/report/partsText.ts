import { counted } from './amounts.ts';
import type { TaskSummary } from './taskSummary.ts';

/** How many of its parts completed: `3/4 instances`, `1/1 task`; `undefined` of a task that has none. */
export function partsText({ parts }: TaskSummary): string | undefined {
  if (parts === undefined) return undefined;
  const { of, ids, completed } = parts;
  return `${completed}/${counted(ids.length, of === 'matrix' ? 'instance' : 'task')}`;
}
