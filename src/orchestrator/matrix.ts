import { EvaluationError, evaluateDeep, type Scope } from '../expression/evaluate.ts';
import { combinations, productSize } from '../model/combinations.ts';
import type { Instance } from '../model/event.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { PlannedMatrix } from '../model/plan.ts';

/** More instances than anybody means: a slip, such as a list of lines, is told instead of run. */
const MOST_INSTANCES = 10_000;

/** What a matrix is repeated over. Of an axis' items, objects give their keys beside. Throws `EvaluationError`. */
export function instancesOf(task: string, matrix: PlannedMatrix, scope: Scope): readonly Instance[] {
  const axes = Object.fromEntries(
    Object.entries(matrix.axes).map(([name, value]) => [name, listOf(name, value, scope)]),
  );
  const size = productSize(Object.values(axes));
  if (size > MOST_INSTANCES) throw new EvaluationError(tooMany(task, size));
  const all = combinations(
    axes,
    objectsOf('exclude', matrix.exclude, scope),
    objectsOf('include', matrix.include, scope),
  );
  if (all.length > MOST_INSTANCES) throw new EvaluationError(tooMany(task, all.length));
  return named(task, all.map(spread));
}

function listOf(name: string, value: JsonValue, scope: Scope): readonly JsonValue[] {
  const list = evaluateDeep(value, scope);
  if (Array.isArray(list)) return list;
  throw new EvaluationError(`The matrix takes a list for "${name}", and this is ${kindOf(list)}.`);
}

function objectsOf(name: string, value: JsonValue | undefined, scope: Scope): readonly JsonObject[] {
  if (value === undefined) return [];
  const list = evaluateDeep(value, scope);
  if (Array.isArray(list) && list.every(isJsonObject)) return list;
  throw new EvaluationError(`"${name}" of the matrix takes a list of maps, and this is ${kindOf(list)}.`);
}

/** An item that is an object gives its keys; the axis' own name reads all of it. */
function spread(values: JsonObject): JsonObject {
  const inner = Object.values(values).filter(isJsonObject);
  return inner.length === 0 ? values : { ...Object.assign({}, ...inner), ...values };
}

function named(task: string, all: readonly JsonObject[]): readonly Instance[] {
  const taken = new Set<string>();
  return all.map((values) => {
    const label = Object.entries(values).filter(isLabel).map(labelOf).join(',');
    let id = `${task}[${label}]`;
    // Two instances that look the same in their names are still two.
    for (let count = 2; taken.has(id); count++) id = `${task}[${label}#${count}]`;
    taken.add(id);
    return { id, values };
  });
}

/** Lists and maps have no short name; what a map says stands beside it under its own keys. */
function isLabel([, value]: readonly [string, JsonValue]): boolean {
  return typeof value !== 'object' || value === null;
}

const LONGEST_LABEL = 40;

/** Ids are shown in one line, and are parts of other ids, joined by slashes. */
function labelOf([name, value]: readonly [string, JsonValue]): string {
  const text = String(value).replace(/[\p{Cc}/[\],]+/gu, '_');
  return `${name}=${text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text}`;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'nothing';
  return typeof value === 'object'
    ? Array.isArray(value)
      ? 'a list'
      : 'a map'
    : `the ${typeof value} ${value}`;
}

function tooMany(task: string, count: number): string {
  return `The matrix of "${task}" would make ${count} instances; ${MOST_INSTANCES} are the most.`;
}
