import type { Diagnostic } from '../../model/diagnostic.ts';
import { repetitions } from '../../model/repetitions.ts';
import type { Range } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import type { FileFacts, FileRule } from '../facts.ts';
import { pairOf } from '../source/value.ts';

/** Limits that nothing ever comes up to: fewer tasks than these can run at one time, whatever happens. */
export const limitAboveWidth: FileRule = function* (facts) {
  const { workflow, entries } = facts;
  const most = workflow.maxConcurrentTasks;
  const limits = workflow.pools.filter(({ definition }) => (definition.limit ?? 1) > 1);
  if (most === undefined && limits.length === 0) return;
  // The tasks of another file run at one time as well, and may be in the same pool.
  if (entries.some(({ own }) => own.kind === 'workflow')) return;
  if (most !== undefined && most.value > 1) {
    const width = widthOf(facts, () => true, most.value);
    if (width < most.value) yield fault('max_concurrent_tasks', most.value, width, most.range);
  }
  // Of a file that others run, more than one may run at one time.
  if (workflow.inputs.length > 0 || workflow.outputs.length > 0) return;
  for (const { name, definition } of limits) {
    const limit = definition.limit ?? 1;
    const width = widthOf(facts, ({ own }) => own.task.pool?.value === name.value, limit);
    if (width > 0 && width < limit)
      yield fault(name.value, limit, width, limitRange(facts, name.value) ?? name.range);
  }
};

type Counts = (entry: FileFacts['entries'][number]) => boolean;

/** An upper bound: of each chain of tasks that need one another the widest runs. Those of `finally` come behind all. */
function widthOf({ graph, entries }: FileFacts, counts: Counts, limit: number): number {
  const chainOf = graph.chains();
  const widest = new Float64Array(entries.length);
  const last = new Float64Array(entries.length);
  for (const [i, entry] of entries.entries()) {
    const weight = counts(entry) ? weightOf(entry) : 0;
    if (weight >= limit) return weight;
    const chain = chainOf[i] ?? 0;
    const own = entry.own.isFinally ? last : widest;
    own[chain] = Math.max(own[chain] ?? 0, weight);
  }
  return Math.max(sumOf(widest), sumOf(last));
}

function sumOf(widths: Float64Array): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** How many of its attempts run at one time at most. An approval holds no slot. */
function weightOf({ own: { task, kind } }: FileFacts['entries'][number]): number {
  if (kind === 'approval') return 0;
  if (task.matrix === undefined) return 1;
  const count = repetitions(task.matrix);
  return count === 'n' ? Number.POSITIVE_INFINITY : count;
}

function fault(what: string, limit: number, width: number, range: Range): Diagnostic {
  const most = width === 1 ? 'one task runs' : `${width} tasks run`;
  const message = `At most ${most} at one time here, so ${quoted(what)} of ${limit} limits nothing. Lower it, or take it out.`;
  return blame('limit-above-width', range, message);
}

function limitRange({ root }: FileFacts, name: string): Range | undefined {
  const pools = root?.type === 'map' ? pairOf(root, 'pools')?.value : undefined;
  const pool = pools?.type === 'map' ? pairOf(pools, name)?.value : undefined;
  if (pool?.type === 'scalar') return pool.range;
  return pool?.type === 'map' ? pairOf(pool, 'limit')?.value.range : undefined;
}
