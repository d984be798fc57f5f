import { blame, quoted } from '../blame.ts';
import type { NameRule } from '../facts.ts';
import { didYouMean } from '../suggest.ts';

/** A `pool` that the workflow doesn't declare. */
export const unknownPool: NameRule = function* ({ workflow, suggest }) {
  const known = workflow.pools.map(({ name }) => name.value);
  const exact = new Set(known);
  for (const { pool } of workflow.tasks) {
    if (pool === undefined || exact.has(pool.value)) continue;
    const replacement = suggest(pool.value, known);
    const wayOut =
      didYouMean(replacement) ||
      (known.length === 0 ? ' Add it to the workflow\'s "pools".' : ` There are ${known.join(', ')}.`);
    yield blame('unknown-pool', pool.range, `There is no pool ${quoted(pool.value)}.${wayOut}`, {
      replacement,
    });
  }
};
