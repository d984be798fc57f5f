import { hasExpression } from '../../expression/template.ts';
import { isJsonObject, type JsonValue } from '../../model/json.ts';
import type { WrittenMatrix } from '../../model/workflow.ts';
import { isNothing, type MapValue, pairOf, type Value } from '../source/value.ts';
import { asJson, textsIn } from './scalars.ts';

/** The keys of a matrix that are no axes. */
export const MATRIX_WORDS: readonly string[] = ['include', 'exclude'];

export function readMatrix(map: MapValue): WrittenMatrix {
  const axes = Object.fromEntries(
    map.pairs
      .filter(({ key }) => !MATRIX_WORDS.includes(key.value))
      .map(({ key, value }) => [key.value, asJson(value)]),
  );
  const include = written(pairOf(map, 'include')?.value);
  return {
    axes,
    include,
    exclude: written(pairOf(map, 'exclude')?.value),
    names: namesIn(axes, include),
    texts: textsIn(map),
    range: map.range,
  };
}

function written(value: Value | undefined): JsonValue | undefined {
  return value === undefined || isNothing(value) ? undefined : asJson(value);
}

/**
 * What `matrix.` can read: the axes, the keys of items that are maps, and those of `include`. An expression may give
 * items that are maps, and then nobody knows before the run.
 */
function namesIn(
  axes: Readonly<Record<string, JsonValue>>,
  include: JsonValue | undefined,
): readonly string[] | undefined {
  const names = new Set(Object.keys(axes));
  for (const items of [...Object.values(axes), include ?? []]) {
    if (typeof items === 'string' && hasExpression(items)) return undefined;
    if (!Array.isArray(items)) continue;
    for (const item of items) {
      if (typeof item === 'string' && hasExpression(item)) return undefined;
      if (isJsonObject(item)) for (const name of Object.keys(item)) names.add(name);
    }
  }
  return [...names];
}
