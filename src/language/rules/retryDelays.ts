import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatDuration } from '../../model/duration.ts';
import { blame } from '../blame.ts';
import { DEFAULT_RETRY_POLICY } from '../defaults.ts';
import type { Rule } from '../facts.ts';
import { asDuration, asMap, read } from '../read/scalars.ts';
import { type MapValue, pairOf } from '../source/value.ts';

/** The first wait may not be longer than the longest. */
export const retryDelays: Rule = function* ({ root, visited }) {
  const shared = root?.type === 'map' ? read(root, 'retry_policy', asMap) : undefined;
  for (const { key, pair } of visited.keys) {
    if (key.name === 'retry_policy' && pair.value.type === 'map') yield* faultOf(pair.value, shared);
  }
};

function* faultOf(own: MapValue, shared: MapValue | undefined): Iterable<Diagnostic> {
  const first = delay(own, shared, 'initial_delay') ?? DEFAULT_RETRY_POLICY.initialDelay;
  const longest = delay(own, shared, 'max_delay') ?? DEFAULT_RETRY_POLICY.maxDelay;
  const blamed = pairOf(own, 'initial_delay') ?? pairOf(own, 'max_delay');
  if (first <= longest || blamed === undefined) return;
  const message = `The first wait ("initial_delay", ${formatDuration(first)}) is longer than the longest ("max_delay", ${formatDuration(longest)}). Change one of them.`;
  yield blame('invalid-value', blamed.value.range, message);
}

function delay(own: MapValue, shared: MapValue | undefined, name: string): number | undefined {
  return read(own, name, asDuration) ?? (shared === undefined ? undefined : read(shared, name, asDuration));
}
