import type { Located } from '../../model/text.ts';
import type { Occurrence } from '../occurrences.ts';
import { MATRIX_WORDS } from '../read/readMatrix.ts';
import type { Pair, Value } from '../source/value.ts';

/** A name of a matrix as a key of it. */
interface MatrixName {
  readonly name: Located<string>;
  readonly role: Occurrence['role'];
}

/**
 * The names that `matrix.` reads, where a matrix gives them: its lists, the keys of items that are maps, and those of
 * `include`. What `exclude` names, and `include` once more, is given by one of these.
 */
export function* matrixNames(matrix: Value): Iterable<MatrixName> {
  if (matrix.type !== 'map') return;
  const given = new Set<string>();
  const isList = ({ key }: Pair): boolean => !MATRIX_WORDS.includes(key.value);
  for (const { key, value } of matrix.pairs.filter(isList)) {
    yield give(key);
    yield* keysOfItems(value, give);
  }
  for (const { key, value } of matrix.pairs) {
    if (key.value === 'include') yield* keysOfItems(value, give);
    if (key.value === 'exclude') yield* keysOfItems(value, (name) => ({ name, role: 'reads' }));
  }

  function give(name: Located<string>): MatrixName {
    const folded = name.value.toLowerCase();
    const isFirst = !given.has(folded);
    given.add(folded);
    return { name, role: isFirst ? 'gives' : 'reads' };
  }
}

function* keysOfItems(value: Value, take: (name: Located<string>) => MatrixName): Iterable<MatrixName> {
  if (value.type !== 'list') return;
  for (const item of value.items) {
    if (item.type === 'map') for (const { key } of item.pairs) yield take(key);
  }
}
