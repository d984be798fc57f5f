import { nearest } from '../../model/nearest.ts';
import type { Range } from '../../model/text.ts';
import { quoted } from '../blame.ts';
import { addItem } from '../edit/addItem.ts';
import { removePair } from '../edit/removePair.ts';
import { asScalar } from '../edit/scalar.ts';
import { asNumber, asTexts } from '../read/scalars.ts';
import { type MapValue, pairOf, type ScalarValue } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { Draft, WayOut } from './wayOut.ts';

const OF: Readonly<Record<string, string>> = { options: 'choice', minimum: 'number', maximum: 'number' };

/** What an input says must go together: the type and what only one type has, the default and its bounds. */
export const mendInput: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const [section, , key = ''] = keysOf(place);
  const found = lastPair(place);
  if (section !== 'inputs' || found === undefined || place.steps.length < 3) return;
  const { map, pair } = found;
  const type = pairOf(map, 'type');
  if (place.value === undefined) {
    const of = OF[key];
    if (of === undefined) return;
    if (type === undefined) return;
    yield { title: `Change the type to ${quoted(of)}`, edits: [{ range: type.value.range, newText: of }] };
    yield { title: `Remove ${quoted(key)}`, edits: [removePair(text, map, pair)] };
    return;
  }
  const low = pairOf(map, 'minimum')?.value;
  const high = pairOf(map, 'maximum')?.value;
  if (key === 'maximum' && low?.type === 'scalar' && high?.type === 'scalar') {
    const swapped = [
      { range: low.range, newText: high.text.value },
      { range: high.range, newText: low.text.value },
    ];
    yield { title: 'Swap minimum and maximum', edits: swapped };
  }
  if (key === 'default' && place.value.type === 'scalar') {
    const written = type?.value.type === 'scalar' ? type.value.text.value : 'string';
    yield* mendDefault(text, map, { value: place.value, written, range });
  }
};

function* mendDefault(
  text: string,
  map: MapValue,
  at: { readonly value: ScalarValue; readonly written: string; readonly range: Range },
): Iterable<Draft> {
  const { value, written, range } = at;
  const plain = value.text.value.trim();
  const change = (newText: string): Draft => ({
    title: `Change to ${quoted(newText)}`,
    edits: [{ range, newText }],
    preferred: true,
  });
  const number = asNumber(value);
  if (written === 'boolean') {
    const meant = /^(true|yes|on|y|1)$/i.test(plain)
      ? 'true'
      : /^(false|no|off|n|0)$/i.test(plain)
        ? 'false'
        : undefined;
    if (meant !== undefined) yield change(meant);
  } else if (written === 'number' && number === undefined) {
    if (/^-?\d{1,15}(\.\d+)?$/.test(plain)) yield change(plain);
    else yield { title: 'Change the type to "string"', edits: [typeEdit(map, 'string')] };
  } else if (written === 'number' && number !== undefined) {
    for (const [name, isBeyond] of [
      ['minimum', (bound: number) => number < bound],
      ['maximum', (bound: number) => number > bound],
    ] as const) {
      const pair = pairOf(map, name);
      const bound = pair === undefined ? undefined : asNumber(pair.value);
      if (bound === undefined || pair === undefined || !isBeyond(bound)) continue;
      yield { ...change(String(bound)), title: `Change to the ${name}, ${bound}`, preferred: false };
      const edits = [{ range: pair.value.range, newText: plain }];
      yield { title: `Change the ${name} to ${plain}`, edits };
    }
  } else if (written === 'choice') {
    const options = pairOf(map, 'options');
    if (options === undefined) return;
    const names = asTexts(options.value).map((each) => each.value);
    const near = nearest(plain, names);
    if (near !== undefined) yield change(asScalar(near, map.flow));
    yield {
      title: `Add ${quoted(plain)} to the options`,
      edits: [addItem(text, options, asScalar(plain, true))],
    };
  }
}

function typeEdit(map: MapValue, newText: string) {
  const type = pairOf(map, 'type');
  return type === undefined ? undefined : { range: type.value.range, newText };
}
