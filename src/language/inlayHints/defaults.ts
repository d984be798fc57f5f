import { formatGivenDuration } from '../../model/duration.ts';
import { holds, type Range } from '../../model/text.ts';
import type { Task, WrittenRetryPolicy } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { DEFAULT_RETRY_POLICY } from '../defaults.ts';
import type { InlayHint } from '../inlayHints.ts';
import { type MapValue, type Pair, pairOf } from '../source/value.ts';
import { behindKey } from './behindKey.ts';
import { isBroken } from './isBroken.ts';

/** What runs a script that names no shell, behind its `run`. */
export function shellHint(text: string, task: Task, { value }: Pair, shell: string): InlayHint | undefined {
  const run = value.type === 'map' ? pairOf(value, 'run') : undefined;
  if (run === undefined || run.merged || task.work?.kind !== 'run' || task.work.shell !== undefined)
    return undefined;
  const offset = behindKey(text, run.key.range);
  if (offset === undefined) return undefined;
  return {
    offset,
    text: `shell: ${shell}`,
    tooltip: `The script is run by \`${shell}\`, since no \`shell\` is written.`,
  };
}

/** What a retry policy leaves to the workflow's, and that to what always holds; nothing where nothing is tried again. */
export function* retryHints(
  text: string,
  { value }: Pair,
  [own, shared]: readonly [WrittenRetryPolicy, WrittenRetryPolicy],
): Iterable<InlayHint> {
  const pair = value.type === 'map' ? pairOf(value, 'retry_policy') : undefined;
  if (pair === undefined || pair.merged || pair.value.type !== 'map') return;
  const holding = { ...DEFAULT_RETRY_POLICY, ...shared, ...own };
  const offset = behindKey(text, pair.key.range);
  if (holding.maxAttempts < 2 || offset === undefined) return;
  const words = [
    ['max_attempts', holding.maxAttempts],
    ['initial_delay', written(holding.initialDelay)],
    ['backoff_factor', holding.backoffFactor],
    ['max_delay', written(holding.maxDelay)],
    ['jitter', holding.jitter],
  ] as const;
  const left = words.filter(([name]) => pairOf(pair.value as MapValue, name) === undefined);
  if (left.length === 0) return;
  const shown = left.map(([name, holds]) => `${name}: ${holds}`).join(', ');
  // Editors cut long hints off.
  const tooltip = `What holds for the keys that aren’t written, by the workflow’s \`retry_policy\` or else by default: ${shown}.`;
  yield { offset, text: shown, tooltip };
}

/** The type of an input that names none, and that it must be given where it has no default. */
export function* inputHints(analysis: Analysis, range: Range): Iterable<InlayHint> {
  const { root, text } = analysis;
  const inputs = root?.type === 'map' ? pairOf(root, 'inputs')?.value : undefined;
  if (inputs?.type !== 'map') return;
  for (const { key, value, merged, range: whole } of inputs.pairs) {
    if (merged || !holds(range, key.range.start) || isBroken(analysis, whole)) continue;
    const offset = behindKey(text, key.range);
    const has = (name: string): boolean => value.type === 'map' && pairOf(value, name) !== undefined;
    const words = [...(has('type') ? [] : ['string']), ...(has('default') ? [] : ['required'])];
    if (offset === undefined || words.length === 0) continue;
    const tooltip =
      'An input is a `string` where no `type` is written, and must be given where it has no `default`.';
    yield { offset, text: words.join(', '), tooltip };
  }
}

/** A duration as the file would say it. */
function written(ms: number): string {
  return formatGivenDuration(ms).replaceAll(' ', '');
}
