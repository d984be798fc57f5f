import type { JsonValue } from '../model/json.ts';
import type { Located } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { code } from './markdown.ts';
import { MATRIX_WORDS } from './read/readMatrix.ts';
import { type MapValue, pairOf, type Value } from './source/value.ts';
import { sectionOf } from './taskOfPath.ts';

/** Where a task's matrix gives its names. */
export function matrixKeys({ root }: Pick<Analysis, 'root'>, task: Task): readonly Located<string>[] {
  const path = [sectionOf(task), task.id.value, 'matrix'];
  const matrix = path.reduce<Value | undefined>((value, name) => mapOf(value, name), root);
  const pairs = matrix?.type === 'map' ? matrix.pairs : [];
  return pairs.map(({ key }) => key).filter(({ value }) => !MATRIX_WORDS.includes(value));
}

function mapOf(value: Value | undefined, name: string): MapValue | undefined {
  const found = value?.type === 'map' ? pairOf(value, name)?.value : undefined;
  return found?.type === 'map' ? found : undefined;
}

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
