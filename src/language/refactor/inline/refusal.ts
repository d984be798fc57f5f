import { STATUS_FUNCTIONS } from '../../../expression/names.ts';
import type { Task } from '../../../model/workflow.ts';
import type { Analysis } from '../../analyze.ts';
import { quoted } from '../../blame.ts';
import { taskMap } from '../../fixes/needEdits.ts';
import { saysTheSame } from '../../format/saysTheSame.ts';
import { type MapValue, pairOf, type Value } from '../../source/value.ts';

const OWN_KEYS = new Set(['needs', 'workflow', 'with', 'description']);

/** What a workflow may say that holds for all of it, and for nothing around it. */
const WHOLE_KEYS = ['finally', 'max_concurrent_tasks', 'timeout'];

/** Why a workflow can't be inlined, as far as its keys tell and those of the task that runs it. */
export function inlineRefusal(outer: Analysis, inner: Analysis, task: Task): string | undefined {
  const map = taskMap(outer.root, task);
  if (map === undefined || outer.root?.type !== 'map' || inner.root?.type !== 'map')
    return 'It stands behind an alias.';
  const own = map.pairs.find(({ key, merged }) => merged || !OWN_KEYS.has(key.value));
  if (own !== undefined) return `${quoted(own.key.value)} of the task holds for all of that file.`;
  const { root } = inner;
  const whole = WHOLE_KEYS.find((key) => pairOf(root, key) !== undefined);
  if (whole !== undefined) return `${quoted(whole)} of that file holds for all of it.`;
  for (const key of ['failure_mode', 'retry_policy']) {
    if (!isSame(outer.root, root, key)) return `The two files don’t have the same ${quoted(key)}.`;
  }
  const env = mapOf(pairOf(root, 'env')?.value);
  for (const { key, value } of mapOf(pairOf(outer.root, 'env')?.value)?.pairs ?? []) {
    const there = env === undefined ? undefined : pairOf(env, key.value);
    if (there === undefined || !saysTheSame(there.value, value))
      return `The variable ${quoted(key.value)} of this file would reach the tasks of that one.`;
  }
  for (const { task: of, key, calls } of inner.expressions) {
    const asks = calls.find((call) => STATUS_FUNCTIONS.some(({ name }) => name === call.name));
    if (of === undefined || key !== 'if' || asks === undefined || of.needs.length > 0) continue;
    return `The "if" of ${quoted(of.id.value)} asks ${asks.name}() at the beginning of that file.`;
  }
  return undefined;
}

function isSame(a: MapValue, b: MapValue, key: string): boolean {
  return saysTheSame(pairOf(a, key)?.value, pairOf(b, key)?.value);
}

function mapOf(value: Value | undefined): MapValue | undefined {
  return value?.type === 'map' ? value : undefined;
}
