import type { PoolDefinition } from '../../model/workflow.ts';

/** The pools of a run: who may start now, and when the next one may. */
export interface Pools {
  /** Whether a task of the pool may start at a moment; of a pool that nobody declared, always. */
  isOpen(pool: string, at: number): boolean;
  /** How long until the pool's rate lets the next one start, ms; `undefined` where that isn't what it waits for. */
  waitFor(pool: string, at: number): number | undefined;
  started(pool: string, at: number): void;
  ended(pool: string): void;
}

/** An attempt that started in a pool, at ms since the epoch. */
export interface Start {
  readonly pool: string;
  readonly at: number;
}

interface Pool {
  readonly definition: PoolDefinition;
  running: number;
  /** The moments of the latest starts, oldest first: as many as the rate allows within its time. */
  readonly starts: number[];
}

/** @param earlier what has started before, oldest first, and runs no more */
export function poolsOf(definitions: ReadonlyMap<string, PoolDefinition>, earlier: readonly Start[]): Pools {
  const pools = new Map<string, Pool>(
    [...definitions].map(([name, definition]) => [name, { definition, running: 0, starts: [] }]),
  );
  for (const { pool, at } of earlier) noteStart(pools.get(pool), at);
  return {
    isOpen(name, at) {
      const pool = pools.get(name);
      return pool === undefined || (hasSlot(pool) && rateWait(pool, at) <= 0);
    },
    waitFor(name, at) {
      const pool = pools.get(name);
      if (pool === undefined || !hasSlot(pool)) return undefined;
      const wait = rateWait(pool, at);
      return wait > 0 ? wait : undefined;
    },
    started(name, at) {
      const pool = pools.get(name);
      if (pool === undefined) return;
      pool.running++;
      noteStart(pool, at);
    },
    ended(name) {
      const pool = pools.get(name);
      if (pool !== undefined) pool.running--;
    },
  };
}

function hasSlot({ definition: { limit }, running }: Pool): boolean {
  return limit === undefined || running < limit;
}

function noteStart(pool: Pool | undefined, at: number): void {
  const rate = pool?.definition.rate;
  if (pool === undefined || rate === undefined) return;
  pool.starts.push(at);
  if (pool.starts.length > rate.starts) pool.starts.shift();
}

/** The start that is `starts` back must lie `per` ms behind. */
function rateWait({ definition: { rate }, starts }: Pool, at: number): number {
  const oldest = starts[0];
  if (rate === undefined || oldest === undefined || starts.length < rate.starts) return 0;
  return oldest + rate.per - at;
}
