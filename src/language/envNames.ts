import type { Workflow } from '../model/workflow.ts';
import type { WrittenExpression } from './writtenExpressions.ts';

/**
 * The variables that `env.` reads at some place: the workflow's and the task's; in a task's own `env` only the
 * workflow's, and in the workflow's none, since variables are made one map after the other.
 */
export function envNames(
  workflow: Workflow,
  { task, key }: Pick<WrittenExpression, 'task' | 'key'>,
): readonly string[] {
  if (task === undefined) return [];
  const shared = workflow.env.map((entry) => entry.name.value);
  return key === 'env' ? shared : [...shared, ...task.env.map((entry) => entry.name.value)];
}
