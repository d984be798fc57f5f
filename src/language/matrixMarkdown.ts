import type { JsonValue } from '../model/json.ts';
import type { Task } from '../model/workflow.ts';
import { code } from './markdown.ts';

/** What a name of a matrix holds, in a line of Markdown. */
export function matrixMarkdown(task: Task, name: string): string | undefined {
  const { axes = {} } = task.matrix ?? {};
  const found = Object.keys(axes).find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) return undefined;
  return `A value of the matrix of ${code(task.id.value)}: ${itemWords(axes[found] ?? null)}`;
}

const MOST_ITEMS = 20;

function itemWords(axis: JsonValue): string {
  if (!Array.isArray(axis)) return `an item of ${code(String(axis))}`;
  const items = axis
    .slice(0, MOST_ITEMS)
    .map((item) => code(typeof item === 'string' ? item : JSON.stringify(item)));
  return `one of ${items.join(', ')}${axis.length > MOST_ITEMS ? ' and more' : ''}`;
}
