import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';

/** A pool that no task is in. Those of the files that are run as tasks may be, since pools of one name are one. */
export const unusedPool: FileRule = function* ({ workflow, entries }) {
  if (workflow.pools.length === 0) return;
  const filled = new Set<string>();
  for (const { own } of entries) {
    if (own.kind === 'workflow') return;
    if (own.task.pool !== undefined) filled.add(own.task.pool.value);
  }
  for (const { name } of workflow.pools) {
    if (filled.has(name.value)) continue;
    const message = `No task is in the pool ${quoted(name.value)}. Name it as the "pool" of one, or take it out.`;
    yield blame('unused-pool', name.range, message);
  }
};
