import type { JsonObject, JsonValue } from './json.ts';

/**
 * What a matrix is repeated over, as GitHub Actions does it: every combination of its axes but those that `exclude`
 * names; then each of `include` is added to the combinations whose own values it doesn't change, or else stands alone.
 */
export function combinations(
  axes: Readonly<Record<string, readonly JsonValue[]>>,
  exclude: readonly JsonObject[],
  include: readonly JsonObject[],
): readonly JsonObject[] {
  const kept = product(axes).filter((values) => !exclude.some((each) => isPart(each, values)));
  const extended = kept.map((values) => ({ ...values }) as Record<string, JsonValue>);
  const alone: JsonObject[] = [];
  for (const extra of include) {
    const own = Object.entries(extra).filter(([name]) => Object.hasOwn(axes, name));
    const fitting = extended.filter((values) => own.every(([name, value]) => isSame(values[name], value)));
    if (fitting.length === 0) alone.push(extra);
    else for (const values of fitting) Object.assign(values, extra);
  }
  return [...extended, ...alone];
}

/** How many combinations lists have, before any is made. */
export function productSize(lists: Iterable<readonly unknown[]>): number {
  let size = 1;
  for (const list of lists) size *= list.length;
  return size;
}

function product(axes: Readonly<Record<string, readonly JsonValue[]>>): readonly JsonObject[] {
  const entries = Object.entries(axes);
  if (entries.length === 0) return [];
  return entries.reduce<readonly JsonObject[]>(
    (before, [name, items]) => before.flatMap((values) => items.map((item) => ({ ...values, [name]: item }))),
    [{}],
  );
}

function isPart(part: JsonObject, values: JsonObject): boolean {
  return Object.entries(part).every(([name, value]) => isSame(values[name], value));
}

function isSame(a: JsonValue | undefined, b: JsonValue): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
