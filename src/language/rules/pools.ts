import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { asRate } from '../read/readPool.ts';
import { asNumber } from '../read/scalars.ts';
import { isNothing, type Pair, type ScalarValue } from '../source/value.ts';

/** What a pool limits: how many tasks run at one time, how often one starts. */
export const pools: Rule = function* ({ visited }) {
  for (const { map, names } of visited.maps) {
    if (names === 'pool') for (const pair of map.pairs) yield* faultsOf(pair);
  }
  for (const { key, pair } of visited.keys) {
    const { value } = pair;
    if (key.type.type !== 'rate' || value.type !== 'scalar' || isNothing(value)) continue;
    if (asRate(value) === undefined) yield wrongRate(value);
  }
};

function* faultsOf({ key, value }: Pair): Iterable<Diagnostic> {
  if (value.type === 'map' && value.pairs.length === 0) {
    yield blame('missing-key', key.range, `The pool ${quoted(key.value)} limits nothing. ${WAY_OUT}`);
  }
  const limit = asNumber(value);
  if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) return;
  const message = `The limit of the pool ${quoted(key.value)} must be a whole number, 1 or more.`;
  yield blame('invalid-value', value.range, message);
}

const WAY_OUT = 'Give it a "limit", a "rate", or both.';

/** `10 / sec` and `10 per second` as `10/s`. */
function wrongRate({ text, range }: ScalarValue): Diagnostic {
  const [, starts, unit = ''] = /^\s*(\d{1,9})\s*(?:\/|per)\s*([a-z]{1,12})\s*$/i.exec(text.value) ?? [];
  const letter = /^(s|m|h)(ec|econd|in|inute|r|our)?s?$/i.exec(unit)?.[1]?.toLowerCase();
  const replacement = letter === undefined || Number(starts) < 1 ? undefined : `${Number(starts)}/${letter}`;
  const wayOut =
    replacement === undefined ? 'Write 10/s, 30/m or 100/h, with a whole number.' : `Write ${replacement}.`;
  return blame('invalid-value', range, `${quoted(text.value)} is no rate. ${wayOut}`, { replacement });
}
