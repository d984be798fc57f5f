import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { itemsOf, scalarsIn } from '../read/scalars.ts';
import type { KeySchema, ValueType } from '../schema.ts';
import { isNothing, type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { booleanFaults, empty, isNumber, meantNumber, numberFaults, wrong } from './wrongScalar.ts';

/** Values of another type than their key's. What a duration may look like is a rule of its own. */
export const wrongType: Rule = function* ({ visited }) {
  for (const { key, pair, within } of visited.keys) yield* faultsOf(key, pair, within.map);
};

function* faultsOf({ type, name, examples }: KeySchema, pair: Pair, map: MapValue): Iterable<Diagnostic> {
  const { value } = pair;
  switch (type.type) {
    case 'text':
    case 'condition':
    case 'choice':
    case 'duration':
    case 'input-value':
    case 'rate':
    case 'pool':
      if (value.type !== 'scalar') yield wrong(pair, value, `must be ${SINGLE[type.type]}`);
      else if (isNothing(value)) yield empty(pair);
      return;
    case 'boolean':
      yield* booleanFaults(pair);
      return;
    case 'number':
      yield* numberFaults(pair, type.integer);
      return;
    case 'map':
    case 'texts-by-name':
    case 'named-maps':
    case 'matrix':
      if (value.type !== 'map' && !isNothing(value)) yield wrong(pair, value, MAPS[type.type]);
      else if (value.type === 'map') yield* entryFaults(type, value.pairs);
      return;
    case 'texts':
      if (value.type !== 'list' && !type.alone) {
        const [example = ''] = examples;
        yield wrong(pair, value, `must be a list of texts, as in ${example.slice(name.length + 2)}`);
      } else if (isNothing(value)) yield empty(pair);
      else yield* itemFaults(pair, 'a text');
      return;
    case 'tasks':
      if (!isNothing(value)) yield* itemFaults(pair, 'the name of a task');
      return;
    case 'reasons':
      if (isNothing(value)) yield empty(pair);
      return;
    case 'json':
      if (pairOf(map, 'workflow') !== undefined && value.type !== 'map' && !isNothing(value)) {
        yield wrong(pair, value, 'of a workflow must be a map of its inputs');
      }
      for (const { range } of scalarsIn(value).filter(isBeyondJson)) {
        yield blame(
          'wrong-type',
          range,
          "Infinity and NaN can't be handed over. Put them in quotes as a text.",
        );
      }
  }
}

const SINGLE = {
  text: 'a text',
  condition: 'one expression',
  choice: 'one of the names',
  duration: 'a duration such as 30s or 5m',
  'input-value': 'a text, a number, or true or false',
  rate: 'a rate such as 10/s',
  pool: 'the name of a pool',
};

const MAPS = {
  map: 'must be a map of keys',
  'texts-by-name': 'must be a map of names and texts, as in { NAME: text }',
  'named-maps': 'must be a map: a name, a colon, and below it the keys',
  matrix: 'must be a map of names and lists, as in { model: [small, large] }',
};

function* entryFaults(type: ValueType, pairs: readonly Pair[]): Iterable<Diagnostic> {
  for (const pair of pairs) {
    if (type.type === 'texts-by-name' && pair.value.type !== 'scalar')
      yield wrong(pair, pair.value, 'must be a text');
    if (type.type !== 'named-maps' || pair.value.type === 'map') continue;
    if (type.short === undefined) {
      if (!isNothing(pair.value)) yield wrong(pair, pair.value, 'must be a map of keys');
    } else if (isNothing(pair.value)) yield empty(pair);
    else if (!isNumber(pair.value)) {
      yield wrong(pair, pair.value, 'must be a number, or a map of keys', meantNumber(pair.value));
    }
  }
}

function* itemFaults({ key, value }: Pair, what: string): Iterable<Diagnostic> {
  for (const item of itemsOf(value)) {
    if (item.type === 'scalar' && !isNothing(item)) continue;
    const found = item.type === 'scalar' ? 'nothing' : `a ${item.type}`;
    const place = item.range.start === item.range.end ? key.range : item.range;
    yield blame('wrong-type', place, `${quoted(key.value)} lists ${what} in each item; here is ${found}.`);
  }
}

function isBeyondJson(value: Value): boolean {
  return value.type === 'scalar' && typeof value.data === 'number' && !Number.isFinite(value.data);
}
