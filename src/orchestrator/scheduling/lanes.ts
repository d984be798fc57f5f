import type { TaskRun } from '../../model/run.ts';
import type { Pools } from './pools.ts';
import { isBefore, type ReadyQueue, type ReadyTask, readyQueue } from './readyQueue.ts';

/**
 * Tasks that are ready, by what they wait for: a slot of their workflow, of the workflows around it, and of their
 * pool. A full pool keeps nobody from starting who isn't in it, whatever their priorities.
 */
export interface Lanes {
  /** How many tasks of a workflow, those of workflows nested in it included, run at one time at most. */
  limit(scope: string, parent: string | undefined, most: number): void;
  add(task: TaskRun, remaining: number): void;
  /** Takes out the first that may start at a moment and counts it as running. `isReady`: it still wants to. */
  take(at: number, isReady: (id: string) => boolean): string | undefined;
  /** A task that had started has ended. */
  ended(task: TaskRun): void;
  /** The pools whose rate is all that somebody waits for, each with the time until it lets one start, ms. */
  rateWaits(at: number): ReadonlyMap<string, number>;
}

interface Slots {
  readonly parent: string | undefined;
  readonly most: number;
  running: number;
}

interface Lane {
  readonly scope: string;
  readonly pool: string;
  readonly queue: ReadyQueue;
}

export function lanesOf(pools: Pools): Lanes {
  const slots = new Map<string, Slots>();
  const lanes = new Map<string, Lane>();
  let added = 0;
  return {
    limit(scope, parent, most) {
      slots.set(scope, { parent, most, running: slots.get(scope)?.running ?? 0 });
    },
    add({ scope, task }, remaining) {
      const pool = task.pool ?? '';
      const key = `${scope}\n${pool}`;
      const lane = lanes.get(key) ?? { scope, pool, queue: readyQueue() };
      lanes.set(key, lane);
      lane.queue.add({ id: task.id, priority: task.priority, remaining, order: added++ });
    },
    take(at, isReady) {
      let best: { readonly lane: Lane; readonly task: ReadyTask } | undefined;
      for (const [key, lane] of lanes) {
        const task = firstReady(lane, isReady);
        if (task === undefined) {
          lanes.delete(key);
          continue;
        }
        const isNext = best === undefined || isBefore(task, best.task);
        if (isNext && hasSlot(lane.scope) && pools.isOpen(lane.pool, at)) best = { lane, task };
      }
      if (best === undefined) return undefined;
      best.lane.queue.take();
      count(best.lane.scope, 1);
      pools.started(best.lane.pool, at);
      return best.task.id;
    },
    ended({ scope, task }) {
      count(scope, -1);
      pools.ended(task.pool ?? '');
    },
    rateWaits(at) {
      const waits = new Map<string, number>();
      for (const { scope, pool } of lanes.values()) {
        const wait = hasSlot(scope) ? pools.waitFor(pool, at) : undefined;
        if (wait !== undefined) waits.set(pool, wait);
      }
      return waits;
    },
  };

  function hasSlot(scope: string): boolean {
    for (let at = slots.get(scope); at !== undefined; at = slots.get(at.parent ?? '\n')) {
      if (at.running >= at.most) return false;
    }
    return true;
  }

  function count(scope: string, by: 1 | -1): void {
    for (let at = slots.get(scope); at !== undefined; at = slots.get(at.parent ?? '\n')) at.running += by;
  }
}

/** Those who were cancelled while they waited are let go. */
function firstReady({ queue }: Lane, isReady: (id: string) => boolean): ReadyTask | undefined {
  for (let first = queue.first(); first !== undefined; first = queue.first()) {
    if (isReady(first.id)) return first;
    queue.take();
  }
  return undefined;
}
