import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import { isNothing, type Pair, type Value } from '../source/value.ts';

/** What people write for the two. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', 'y', 'true'].map((word) => [word, 'true'] as const),
  ...['no', 'off', 'n', 'false'].map((word) => [word, 'false'] as const),
]);

export function* booleanFaults(pair: Pair): Iterable<Diagnostic> {
  const { value } = pair;
  if (value.type === 'scalar' && typeof value.data === 'boolean') return;
  if (isNothing(value)) yield empty(pair);
  else {
    const meant = value.type === 'scalar' ? WORDS.get(value.text.value.toLowerCase()) : undefined;
    yield wrong(pair, value, 'must be true or false', meant);
  }
}

export function* numberFaults(pair: Pair, integer: boolean): Iterable<Diagnostic> {
  const { value } = pair;
  if (isNumber(value)) return;
  if (isNothing(value)) yield empty(pair);
  else yield wrong(pair, value, `must be a ${integer ? 'whole ' : ''}number`, meantNumber(value));
}

/** A number that is in quotes. */
export function meantNumber(value: Value): string | undefined {
  const text = value.type === 'scalar' && value.quoted ? value.text.value.trim() : '';
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? text : undefined;
}

export function isNumber(value: Value): boolean {
  return value.type === 'scalar' && typeof value.data === 'number' && Number.isFinite(value.data);
}

export function empty({ key }: Pair): Diagnostic {
  const message = `${quoted(key.value)} has no value. Write one, or leave the key out.`;
  return blame('wrong-type', key.range, message);
}

export function wrong({ key }: Pair, value: Value, must: string, replacement?: string): Diagnostic {
  const found = value.type === 'scalar' ? quoted(value.text.value) : `a ${value.type}`;
  const wayOut = replacement === undefined ? '' : ` Write ${replacement}.`;
  const message = `${quoted(key.value)} ${must}, not ${found}.${wayOut}`;
  return blame('wrong-type', value.type === 'scalar' ? value.range : key.range, message, { replacement });
}
