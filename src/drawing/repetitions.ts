import type { JsonValue } from '../model/json.ts';

/** How often a matrix repeats its task; `n` where an expression, or what is included and excluded, decides it. */
export function repetitions(matrix: {
  readonly axes: Readonly<Record<string, JsonValue>>;
  readonly include?: JsonValue | undefined;
  readonly exclude?: JsonValue | undefined;
}): number | 'n' {
  if (matrix.include !== undefined || matrix.exclude !== undefined) return 'n';
  const lists = Object.values(matrix.axes);
  if (lists.length === 0 || !lists.every(Array.isArray)) return 'n';
  return lists.reduce((product, list) => product * list.length, 1);
}
