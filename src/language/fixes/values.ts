import { quoted } from '../blame.ts';
import { removeItem } from '../edit/removePair.ts';
import { asScalar } from '../edit/scalar.ts';
import { asDuration, asMap, read } from '../read/scalars.ts';
import type { KeySchema } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import { type MapValue, pairOf, type ScalarValue } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { Draft, Problem, WayOut } from './wayOut.ts';

/** Values that mean nothing: one of the choices, a number within bounds, an item that is there already. */
export const mendValue: WayOut = function* (problem) {
  const { analysis, diagnostic, place } = problem;
  const { text } = analysis;
  const found = lastPair(place);
  const keys = keysOf(place);
  if (found === undefined || diagnostic.replacement !== undefined) return;
  const last = place.steps.at(-1);
  const schema = schemaAt(keys);
  const key = schema?.type === 'value' ? schema.key : undefined;
  if (keys[0] === 'secrets' && last?.type === 'item') {
    yield {
      title: 'Take it out',
      edits: [removeItem(text, last.list, last.index)],
      preferred: diagnostic.severity === 'warning',
    };
  } else if (key?.type.type === 'reasons' || keys.at(-2) === 'retry_on') yield* reasons(problem, key);
  else if (place.value?.type === 'scalar') yield* scalars(problem, found.map, place.value, key);
};

function* scalars(
  { analysis, diagnostic: { range }, place }: Problem,
  map: MapValue,
  value: ScalarValue,
  key: KeySchema | undefined,
): Iterable<Draft> {
  const [section, , name = ''] = keysOf(place);
  if (key?.type.type === 'choice' && !key.type.values.some((each) => each.name === value.text.value)) {
    for (const each of key.type.values) yield change(range, each.name);
  } else if (key?.type.type === 'number' && typeof value.data === 'number') {
    const whole = key.type.integer ? Math.round(value.data) : value.data;
    const bounded = Math.max(whole, key.type.minimum ?? whole);
    if (bounded !== value.data && Number.isSafeInteger(Math.round(bounded)))
      yield change(range, String(bounded));
  } else if (section === 'pools' && typeof value.data === 'number') {
    yield change(range, String(Math.max(1, Math.round(value.data))));
  } else if (value.text.value.includes('\0')) {
    const newText = asScalar(value.text.value.replaceAll('\0', ''), map.flow);
    yield { title: 'Leave the NUL character out', edits: [{ range, newText }], preferred: true };
  } else if (name === 'module' || name === 'workflow') yield* program(map, value, name);
  else if (key?.type.type === 'duration') yield* delays(analysis.root, map, key.name);
}

function change(range: Problem['diagnostic']['range'], newText: string): Draft {
  return { title: `Change to ${quoted(newText)}`, edits: [{ range, newText }] };
}

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\.py$/, 'python '],
  [/\.rb$/, 'ruby '],
  [/\.(R|r)$/, 'Rscript '],
  [/\.(sh|bash)$/, 'sh '],
  [/\.ps1$/, 'pwsh '],
  [/\.jar$/, 'java -jar '],
];

/** What is no module and no workflow, but something that another program runs. */
function* program(map: MapValue, { text: { value, range } }: ScalarValue, name: string): Iterable<Draft> {
  const pair = pairOf(map, name);
  const [, start] = PROGRAMS.find(([pattern]) => pattern.test(value)) ?? [];
  if (pair === undefined || start === undefined || pair.merged || /\s/.test(value)) return;
  const command = asScalar(`${start}${value}`, map.flow);
  yield {
    title: `Change to ${quoted(`run: ${start}${value}`)}`,
    edits: [
      { range: pair.key.range, newText: 'run' },
      { range, newText: command },
    ],
    preferred: pairOf(map, 'with') === undefined,
  };
}

/** The first wait and the longest: one gives way. */
function* delays(root: Problem['analysis']['root'], own: MapValue, blamed: string): Iterable<Draft> {
  const shared = root?.type === 'map' ? read(root, 'retry_policy', asMap) : undefined;
  for (const [name, other] of [
    ['initial_delay', 'max_delay'],
    ['max_delay', 'initial_delay'],
  ] as const) {
    const pair = pairOf(own, name);
    const bound = pairOf(own, other) ?? (shared === undefined ? undefined : pairOf(shared, other));
    if (pair === undefined || pair.value.type !== 'scalar') continue;
    const written = bound?.value.type === 'scalar' ? bound.value.text.value : DEFAULTS[other];
    if (bound !== undefined && asDuration(bound.value) === undefined) continue;
    const title = `Change ${quoted(name)} to ${written}`;
    yield { title, edits: [{ range: pair.value.range, newText: written }] };
  }
  if (blamed === 'initial_delay' && pairOf(own, 'max_delay') === undefined) {
    const pair = pairOf(own, 'initial_delay');
    if (pair?.value.type !== 'scalar') return;
    const written = pair.value.text.value;
    const range = { start: pair.range.end, end: pair.range.end };
    if (own.flow)
      yield { title: `Add "max_delay: ${written}"`, edits: [{ range, newText: `, max_delay: ${written}` }] };
  }
}

const DEFAULTS = { initial_delay: '1s', max_delay: '60s' };

/** What is tried again: names of reasons, exit codes of failures. */
function* reasons(
  { analysis: { text }, diagnostic: { range }, place }: Problem,
  key: KeySchema | undefined,
): Iterable<Draft> {
  const last = place.steps.at(-1);
  const found = lastPair(place);
  if (place.value === undefined && found !== undefined && found.pair.key.range.start === range.start) {
    const { map, pair } = found;
    if (map.pairs.length !== 1 || !map.flow) return;
    yield {
      title: `List ${quoted(pair.key.value)} by its name alone`,
      edits: [{ range: map.range, newText: pair.key.value }],
    };
  } else if (key?.type.type === 'reasons' && place.value?.type === 'scalar') {
    for (const each of key.type.values) yield change(range, each.name);
    if (last?.type === 'item')
      yield { title: 'Take it out', edits: [removeItem(text, last.list, last.index)] };
  } else if (last?.type === 'item') {
    yield { title: 'Take it out', edits: [removeItem(text, last.list, last.index)] };
  }
}
