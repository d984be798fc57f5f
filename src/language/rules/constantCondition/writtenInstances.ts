import { combinations } from '../../../model/combinations.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../model/json.ts';
import { repetitions } from '../../../model/repetitions.ts';
import type { WrittenMatrix } from '../../../model/workflow.ts';

/** Of more instances nobody tries what each of them would say. */
const MOST = 100;

/** What `matrix` reads in each instance, as far as the file alone decides it; `undefined` where an expression does. */
export function writtenInstances(matrix: WrittenMatrix): readonly JsonObject[] | undefined {
  const { axes, include = [], exclude = [] } = matrix;
  if (matrix.texts.some(({ value }) => value.includes('${{'))) return undefined;
  const count = repetitions(matrix);
  if (count === 'n' || count === 0 || count > MOST) return undefined;
  const lists = Object.fromEntries(Object.entries(axes).map(([name, items]) => [name, itemsOf(items)]));
  return combinations(lists, objectsIn(exclude), objectsIn(include)).map(spread);
}

/** As at run time: of an item that is a map, its keys can be read as well. */
function spread(values: JsonObject): JsonObject {
  return Object.assign({}, ...Object.values(values).filter(isJsonObject), values);
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function objectsIn(value: JsonValue): readonly JsonObject[] {
  return itemsOf(value).filter(isJsonObject);
}
