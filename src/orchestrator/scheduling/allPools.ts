import { plansWithin } from '../../model/inner.ts';
import type { Plan } from '../../model/plan.ts';
import type { PoolDefinition } from '../../model/workflow.ts';

/** The pools of a run, those of nested workflows included: of one name the outermost declaration holds. */
export function poolsWithin(plan: Plan): ReadonlyMap<string, PoolDefinition> {
  const pools = new Map<string, PoolDefinition>();
  for (const { pools: declared } of plansWithin(plan)) {
    for (const [name, definition] of Object.entries(declared)) {
      if (!pools.has(name)) pools.set(name, definition);
    }
  }
  return pools;
}
