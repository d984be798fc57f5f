import { parseDuration } from '../../model/duration.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { LONGEST_DURATION } from '../schema.ts';
import { isNothing } from '../source/value.ts';

/** Durations that can't be read, or that no timer can wait for. */
export const duration: Rule = function* ({ visited }) {
  for (const { key, pair } of visited.keys) {
    const { type } = key;
    const { value } = pair;
    if (type.type !== 'duration' || value.type !== 'scalar' || isNothing(value)) continue;
    const written = value.text.value;
    const ms = parseDuration(written);
    if (ms === undefined) {
      const replacement = inOurUnits(written);
      const wayOut =
        replacement === undefined
          ? 'Write 500ms, 30s, 5m, 2h or 1m30s, or a number of seconds.'
          : `Write ${replacement}.`;
      yield blame('duration', value.range, `${quoted(written)} is no duration. ${wayOut}`, { replacement });
    } else if (ms > LONGEST_DURATION) {
      const message = `${quoted(written)} is too long: 596h, almost 25 days, is the most.`;
      yield blame('duration', value.range, message);
    } else if (ms < type.minimum) {
      const message = `${quoted(key.name)} must be longer than nothing. Leave the key out for no limit.`;
      yield blame('invalid-value', value.range, message);
    }
  }
};

const UNITS: readonly (readonly [RegExp, (amount: number) => string])[] = [
  [/^(ms|msecs?|millis|milliseconds?)$/, (amount) => `${amount}ms`],
  [/^(s|secs?|seconds?)$/, (amount) => `${amount}s`],
  [/^(m|mins?|minutes?)$/, (amount) => `${amount}m`],
  [/^(h|hrs?|hours?)$/, (amount) => `${amount}h`],
  [/^(d|days?)$/, (amount) => `${amount * 24}h`],
];

/** `5 minutes` as `5m`. */
function inOurUnits(written: string): string | undefined {
  const [, amount, unit = ''] = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*([A-Za-z]{1,12})\s*$/.exec(written) ?? [];
  if (amount === undefined) return undefined;
  const [, write] = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase())) ?? [];
  return write?.(Number(amount));
}
