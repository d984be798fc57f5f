import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { MATRIX_WORDS } from '../read/readMatrix.ts';
import { asJson } from '../read/scalars.ts';
import { isNothing, type ListValue, type MapValue, type Pair, type Value } from '../source/value.ts';
import { placeOf } from '../writtenExpressions.ts';
import { isOneExpression, matrixEntries } from './matrixEntries.ts';

/** What a task is repeated over: lists by name, or expressions that give some. */
export const matrix: Rule = function* ({ visited, expressions, suggest }) {
  for (const { key, pair } of visited.keys) {
    if (key.type.type !== 'matrix') continue;
    if (isNothing(pair.value) || (pair.value.type === 'map' && pair.value.pairs.length === 0)) {
      yield blame('matrix', pair.key.range, `The matrix repeats the task over nothing. ${EXAMPLE}`);
    } else if (pair.value.type === 'map') {
      yield* axesFaults(pair.key.range, pair.value);
      yield* matrixEntries(pair.value, suggest);
    }
  }
  for (const written of expressions) {
    if (written.key !== 'matrix') continue;
    for (const { context, range } of written.references) {
      if (context !== 'matrix') continue;
      yield blame('matrix', placeOf(written, range), "A matrix can't read itself. Write the value here.");
    }
  }
};

/** As at run time, where expressions may make lists longer. */
const MOST_INSTANCES = 10_000;

const EXAMPLE = 'Give it a list by name, as in { model: [small, large] }.';

function* axesFaults(place: Diagnostic['range'], { pairs }: MapValue): Iterable<Diagnostic> {
  const axes = pairs.filter(({ key }) => !MATRIX_WORDS.includes(key.value));
  if (axes.length === 0 && !pairs.some(({ key }) => key.value === 'include')) {
    yield blame('matrix', place, `The matrix has no list to repeat the task over. ${EXAMPLE}`);
  }
  const size = axes.reduce(
    (product, { value }) => product * (value.type === 'list' ? value.items.length : 1),
    1,
  );
  if (size > MOST_INSTANCES) {
    const message = `The matrix would make ${instancesWords(size)}, and ${MOST_INSTANCES} are the most. Shorten a list.`;
    yield blame('matrix', place, message);
  }
  for (const axis of axes) {
    if (axis.key.value.trim() === '') yield blame('matrix', axis.key.range, 'A list of a matrix has a name.');
    if (axis.value.type === 'list') yield* itemFaults(axis, axis.value);
    else if (!isOneExpression(axis.value)) yield noList(axis);
  }
}

/** A product of many lists may be larger than any number that can be read. */
function instancesWords(size: number): string {
  return size > 1e15 ? 'countless instances' : `${size} instances`;
}

/** The task would run twice for an item that is there twice. */
function* itemFaults({ key }: Pair, { items, range }: ListValue): Iterable<Diagnostic> {
  if (items.length === 0) {
    yield blame(
      'matrix',
      range,
      `${quoted(key.value)} lists nothing, so the task would never run. Add an item.`,
    );
  }
  const first = new Map<string, Value>();
  for (const item of items) {
    const written = JSON.stringify(asJson(item));
    const before = first.get(written);
    if (before === undefined) first.set(written, item);
    else {
      const place = item.range.start === item.range.end ? key.range : item.range;
      yield blame('matrix', place, `This item of ${quoted(key.value)} is in the list already. Take it out.`, {
        severity: 'warning',
        related: [{ message: 'The first one.', range: before.range }],
      });
    }
  }
}

function noList({ key, value }: Pair): Diagnostic {
  if (value.type !== 'scalar' || isNothing(value)) {
    const message = `${quoted(key.value)} must be a list, as in [small, large], or one expression that gives a list.`;
    return blame('matrix', value.type === 'map' ? key.range : place(key.range, value), message);
  }
  const written = value.text.value;
  const message = written.includes('${{')
    ? `${quoted(key.value)} is a text with an expression in it: write one expression alone, which gives a list, or a list.`
    : `${quoted(key.value)} must be a list, or one expression that gives a list. Write [${written}].`;
  return blame('matrix', value.range, message);
}

function place(key: Diagnostic['range'], { range }: Value): Diagnostic['range'] {
  return range.start === range.end ? key : range;
}
