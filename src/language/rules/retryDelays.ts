import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatDuration } from '../../model/duration.ts';
import type { WrittenRetryPolicy } from '../../model/workflow.ts';
import { blame } from '../blame.ts';
import { DEFAULT_RETRY_POLICY } from '../defaults.ts';
import type { NameRule } from '../facts.ts';
import { type MapValue, pairOf, type Value } from '../source/value.ts';
import { sectionOf } from '../taskOfPath.ts';

/** The first wait may not be longer than the longest. */
export const retryDelays: NameRule = function* ({ root, workflow }) {
  const shared = workflow.retryPolicy;
  yield* faultOf(shared, () => mapAt(root, ['retry_policy']));
  for (const task of workflow.tasks) {
    const own = task.retryPolicy;
    if (own.initialDelay === undefined && own.maxDelay === undefined) continue;
    const path = [sectionOf(task), task.id.value, 'retry_policy'];
    yield* faultOf({ ...shared, ...own }, () => mapAt(root, path));
  }
};

function* faultOf(
  { initialDelay, maxDelay }: WrittenRetryPolicy,
  written: () => MapValue | undefined,
): Iterable<Diagnostic> {
  const first = initialDelay ?? DEFAULT_RETRY_POLICY.initialDelay;
  const longest = maxDelay ?? DEFAULT_RETRY_POLICY.maxDelay;
  if (first <= longest) return;
  const own = written();
  const blamed = own && (pairOf(own, 'initial_delay') ?? pairOf(own, 'max_delay'));
  if (blamed === undefined) return;
  const message = `The first wait ("initial_delay", ${formatDuration(first)}) is longer than the longest ("max_delay", ${formatDuration(longest)}). Change one of them.`;
  yield blame('invalid-value', blamed.value.range, message);
}

function mapAt(root: Value | undefined, path: readonly string[]): MapValue | undefined {
  let map = root;
  for (const name of path) map = map?.type === 'map' ? pairOf(map, name)?.value : undefined;
  return map?.type === 'map' ? map : undefined;
}
