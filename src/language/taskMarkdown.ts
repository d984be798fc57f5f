import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { code, escaped } from './markdown.ts';
import { taskStages } from './taskStages.ts';

/** Tells of tasks in a few lines: what one does, what it needs, what needs it, and its stage (counted from 1). */
export function taskMarkdown({
  workflow,
  kept,
}: Pick<Analysis, 'workflow' | 'kept'>): (task: Task) => string {
  const downstream = kept.graph.dependants();
  const depth = taskStages(workflow);
  return (task) => {
    const id = task.id.value;
    const needs = task.needs.map((need) => need.value);
    const neededBy = downstream.get(id) ?? [];
    const facts = [
      `_Kind:_ ${task.work === undefined ? 'none yet' : code(task.work.kind)}, stage ${(depth.get(id) ?? 0) + 1}`,
      needs.length > 0
        ? `_Needs:_ ${listed(needs)}`
        : `_Needs_ nothing: it ${task.finally ? 'runs when all others have come to their end' : 'may start at once'}`,
      neededBy.length > 0 ? `_Needed by:_ ${listed(neededBy)}` : '_Needed by_ nothing',
    ];
    if (task.matrix !== undefined)
      facts.push(`_Matrix:_ ${Object.keys(task.matrix.axes).map(code).join(', ')}`);
    if (task.pool !== undefined) facts.push(`_Pool:_ ${code(task.pool.value)}`);
    if (task.if !== undefined) facts.push(`_If:_ ${code(task.if.value)}`);
    const description = escaped(task.description?.value.trim() ?? '');
    const title = `**${escaped(id)}**${description === '' ? '' : `: ${description}`}`;
    return `${title}\n\n${facts.join('  \n')}`;
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map(code).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
