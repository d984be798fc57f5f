import { combinations, productSize } from './combinations.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/** More combinations than these aren't made just to be counted. */
const MOST = 1000;

/** How often a matrix repeats its task; `n` where an expression decides it. */
export function repetitions(matrix: {
  readonly axes: Readonly<Record<string, JsonValue>>;
  readonly include?: JsonValue | undefined;
  readonly exclude?: JsonValue | undefined;
}): number | 'n' {
  const { axes, include = [], exclude = [] } = matrix;
  if (!areLists(axes)) return 'n';
  const size = Object.keys(axes).length === 0 ? 0 : productSize(Object.values(axes));
  const plain = [include, exclude].every((list) => Array.isArray(list) && list.length === 0);
  if (plain) return size;
  if (size > MOST || !isLiteral([axes, include, exclude])) return 'n';
  if (!areObjects(include) || !areObjects(exclude)) return 'n';
  return combinations(axes, exclude, include).length;
}

function areLists(
  axes: Readonly<Record<string, JsonValue>>,
): axes is Readonly<Record<string, readonly JsonValue[]>> {
  return Object.values(axes).every(Array.isArray);
}

function areObjects(value: JsonValue): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isJsonObject);
}

function isLiteral(value: JsonValue): boolean {
  return !JSON.stringify(value).includes('${{');
}
