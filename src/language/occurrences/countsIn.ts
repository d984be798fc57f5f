import type { Analysis } from '../analyze.ts';
import type { Possible } from './possibleOccurrences.ts';

/** Tells which of the names that a file's lines may hold are names there, all of the file considered. */
export function countsIn({
  tasksById,
  workflow,
}: Pick<Analysis, 'tasksById' | 'workflow'>): (possible: Possible) => boolean {
  // Letter case counts in most environments.
  const shared = new Set(workflow.env.map(({ name }) => name.value));
  return ({ kind, name, role, task, of, isVariable }) => {
    if (isVariable) return shared.has(name) || task?.env.some((entry) => entry.name.value === name) === true;
    // What an answer holds isn't named by the author.
    return kind !== 'output' || role === 'gives' || tasksById.get(of ?? '')?.work?.kind !== 'approval';
  };
}
