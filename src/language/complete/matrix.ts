import type { ValueSchema } from '../schema.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { hasRoom, isBeforeColon, namesBeside, type Place, valueAlong } from './place.ts';

/** In a matrix, the words of the language: the names of its lists are the author's. */
export function matrixWords(place: Place, words: readonly ValueSchema[]): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const matrix = valueAlong(analysis.root, cursor.path);
  const written = namesBeside(matrix?.type === 'map' ? matrix : undefined, offset);
  const end = isBeforeColon(place) ? '' : ':';
  return words
    .filter(({ name }) => !written.has(name))
    .map(({ name, documentation }, i) => ({
      label: name,
      kind: 'key',
      documentation,
      insertText: `${name}${end}`,
      range: cursor.word,
      sortText: inOrder(i),
    }));
}

/** In the maps of `include` and `exclude`, the names of the lists. */
export function matrixEntries(place: Place): readonly Completion[] {
  const { cursor } = place;
  const [, , key, entries, ...deeper] = cursor.path;
  const isEntry = key === 'matrix' && /^(include|exclude)$/.test(entries ?? '') && deeper.length === 0;
  const begins = cursor.role === 'key' || (cursor.role === 'item' && !cursor.flow);
  if (!isEntry || !begins || !hasRoom(place)) return [];
  const axes = Object.keys(taskOfPath(place.analysis, cursor.path)?.matrix?.axes ?? {});
  const end = isBeforeColon(place) ? '' : ': ';
  return axes.map((name, i) => ({
    label: name,
    kind: 'key',
    insertText: `${name}${end}`,
    range: cursor.word,
    sortText: inOrder(i),
  }));
}
