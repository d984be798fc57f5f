import { lineStart } from '../../model/text.ts';
import { quoted } from '../blame.ts';
import { insertion, lineBreak } from '../edit/layout.ts';
import { removeItem, removePair } from '../edit/removePair.ts';
import { asQuoted, asScalar } from '../edit/scalar.ts';
import { keyOf } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import { isNothing, type ListValue, type MapValue, type Pair, type ScalarValue } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { Draft, WayOut } from './wayOut.ts';

/** A value of another type: without what is around it, with what has to be, or not at all. */
export const mendType: WayOut = function* ({ analysis: { text }, diagnostic, place }) {
  const found = lastPair(place);
  if (found === undefined || diagnostic.replacement !== undefined) return;
  const { map, pair } = found;
  const { value } = pair;
  const keys = keysOf(place);
  const last = place.steps.at(-1);
  if (last?.type === 'item') {
    if (isNothing(last.item))
      yield { title: 'Take the empty item out', edits: [removeItem(text, last.list, last.index)] };
    return;
  }
  if (
    place.value?.type === 'scalar' &&
    typeof place.value.data === 'number' &&
    !Number.isFinite(place.value.data)
  ) {
    const newText = asQuoted(place.value.text.value);
    yield { title: 'Put it in quotes', edits: [{ range: diagnostic.range, newText }], preferred: true };
    return;
  }
  if (value.type === 'list' && place.value === undefined && value.items.some(isNothing)) {
    const edits = value.items.flatMap((item, i) => (isNothing(item) ? [removeItem(text, value, i)] : []));
    if (edits.length === 1) yield { title: 'Take the empty item out', edits, preferred: true };
    return;
  }
  if (isNothing(value)) {
    yield { title: `Remove ${quoted(pair.key.value)}`, edits: [removePair(text, map, pair)] };
    return;
  }
  yield* converted(text, map, pair, keys);
};

function* converted(
  text: string,
  map: MapValue,
  { key, value }: Pair,
  keys: readonly string[],
): Iterable<Draft> {
  const schema = schemaAt(keys);
  const inner = text.slice(value.range.start, value.range.end);
  const change = (title: string, newText: string, preferred = true): Draft => ({
    title,
    edits: [{ range: value.range, newText }],
    preferred,
  });
  if (schema?.type === 'value') {
    const { type } = schema.key.type;
    if (value.type === 'list' && value.items.length === 1 && type !== 'matrix' && type !== 'texts-by-name') {
      const [item] = value.items;
      if (item?.type === 'scalar' && value.flow && !isNothing(item))
        yield change('Take the brackets away', text.slice(item.range.start, item.range.end));
    } else if (value.type === 'list' && key.value === 'run' && !map.flow)
      yield* commands(text, value, key.range.start);
    else if (type === 'texts' && value.type === 'scalar')
      yield change('Put it into a list', `[${asItem(value, inner)}]`);
    else if (type === 'texts-by-name' && value.type === 'list') yield* entries(value, change);
  } else if (schema?.type === 'map' && value.type === 'scalar' && !inner.includes('\n')) {
    const [known = ''] = /^[a-z_]+(?=:\S)/.exec(inner) ?? [];
    if (keyOf(schema.schema, known) !== undefined) {
      const edits = [insertion(value.range.start + known.length + 1, ' ')];
      yield { title: 'Add a space behind ":"', edits, preferred: true };
      return;
    }
    const name = shortFor(keys);
    if (name !== undefined)
      yield change(`Change to "{ ${name}: … }"`, `{ ${name}: ${asItem(value, inner)} }`);
  }
}

/** What stands for a whole map most often: the default of an input, the script of a task, how often it is tried. */
function shortFor(keys: readonly string[]): string | undefined {
  const [section, , third] = keys;
  if (section === 'inputs' && keys.length === 2) return 'default';
  if ((section === 'tasks' || section === 'finally') && keys.length === 2) return 'run';
  if (keys.at(-1) === 'retry_policy' && (third === 'retry_policy' || keys.length === 1))
    return 'max_attempts';
  return third === 'cache' && keys.length === 3 ? 'inputs' : undefined;
}

/** A scalar as it may stand inside of brackets. */
function asItem(value: ScalarValue, written: string): string {
  return value.quoted
    ? /^["']/.test(written)
      ? written
      : asQuoted(value.text.value)
    : asInBrackets(written);
}

function asInBrackets(written: string): string {
  return /[,[\]{}]|: /.test(written) ? asQuoted(written) : written;
}

/** A list of commands as one script. */
function* commands(text: string, list: ListValue, key: number): Iterable<Draft> {
  const lines = list.items.map((item) =>
    item.type === 'scalar' && !isNothing(item) ? item.text.value : undefined,
  );
  if (lines.some((line) => line === undefined)) return;
  const nl = lineBreak(text);
  const indent = `${' '.repeat(key - lineStart(text, key))}  `;
  const script = lines.flatMap((line = '') => line.trimEnd().split('\n')).map((line) => nl + indent + line);
  const colon = text.indexOf(':', key);
  const range = { start: colon + 1, end: list.range.end };
  if (text.slice(range.start, list.range.start).includes('#')) return;
  yield {
    title: 'Make one script of the list',
    edits: [{ range, newText: ` |${script.join('')}` }],
    preferred: true,
  };
}

/** `[A=1, B=2]` as `{ A: 1, B: 2 }`. */
function* entries(list: ListValue, change: (title: string, newText: string) => Draft): Iterable<Draft> {
  const pairs = list.items.map((item) =>
    item.type === 'scalar' ? /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(item.text.value) : null,
  );
  if (pairs.length === 0 || pairs.some((pair) => pair === null) || !list.flow) return;
  const written = pairs.map((pair) => `${pair?.[1]}: ${asScalar(pair?.[2] ?? '', true)}`);
  yield change('Make a map of the list', `{ ${written.join(', ')} }`);
}
