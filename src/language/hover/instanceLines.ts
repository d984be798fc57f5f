import { combinations } from '../../model/combinations.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { repetitions } from '../../model/repetitions.ts';
import type { Task } from '../../model/workflow.ts';
import { code } from '../markdown.ts';
import { type PastRuns, pastTask } from '../pastRuns.ts';

/** The instances that a matrix makes; where only a run knows them, those of the last one. In Markdown. */
export function instanceLines({ id, matrix }: Task, runs: PastRuns): string | undefined {
  if (matrix === undefined) return undefined;
  const { axes, include = [], exclude = [] } = matrix;
  const count = repetitions(matrix);
  if (count !== 'n') {
    if (count > MOST_MADE) return `_Instances:_ ${count}`;
    const made = combinations(
      axes as Readonly<Record<string, readonly JsonValue[]>>,
      objects(exclude),
      objects(include),
    );
    return `_Instances:_ ${count}: ${listed(made)}`;
  }
  const past = pastTask(runs, id.value);
  const made = (past?.task.children ?? [])
    .map((child) => past?.run.tasks.get(child)?.values)
    .filter((values) => values !== undefined);
  if (made.length === 0) return '_Instances:_ known when it runs';
  return `_Instances:_ known when it runs; ${made.length} in the last run: ${listed(made)}`;
}

const MOST_MADE = 1000;
const MOST_SHOWN = 20;

function objects(value: JsonValue): readonly JsonObject[] {
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return items.filter(isJsonObject);
}

function listed(instances: readonly JsonObject[]): string {
  const shown = instances.slice(0, MOST_SHOWN).map((values) => code(words(values)));
  return `${shown.join(', ')}${instances.length > MOST_SHOWN ? ' and more' : ''}`;
}

function words(values: JsonObject): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}
