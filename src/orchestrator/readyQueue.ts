import type { Priority } from '../model/workflow.ts';

const RANK: Readonly<Record<Priority, number>> = { critical: 0, high: 1, normal: 2, low: 3 };

/**
 * Tasks that wait for a slot: the highest priority first; of one priority the one with the longest way still to go
 * behind it; of those who came first. A binary heap: both ends take logarithmic time.
 */
export interface ReadyQueue {
  /** `remaining`: how long the task and the longest chain behind it take, in any unit. */
  add(id: string, priority: Priority, remaining: number): void;
  take(): string | undefined;
}

interface Entry {
  readonly id: string;
  readonly rank: number;
  readonly remaining: number;
  readonly order: number;
}

export function readyQueue(): ReadyQueue {
  const heap: Entry[] = [];
  let added = 0;
  return {
    add(id, priority, remaining) {
      heap.push({ id, rank: RANK[priority], remaining, order: added++ });
      rise(heap);
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || first === last) return first?.id;
      heap[0] = last;
      sink(heap);
      return first.id;
    },
  };
}

function isBefore(a: Entry, b: Entry): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.remaining === b.remaining ? a.order < b.order : a.remaining > b.remaining;
}

function rise(heap: Entry[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!swapIfBefore(heap, at, parent)) return;
    at = parent;
  }
}

function sink(heap: Entry[]): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    const right = left + 1;
    const [l, r] = [heap[left], heap[right]];
    if (l === undefined) return;
    const child = r !== undefined && isBefore(r, l) ? right : left;
    if (!swapIfBefore(heap, child, at)) return;
    at = child;
  }
}

/** Whether the two were swapped, because the one at `low` belongs before the one at `high`. */
function swapIfBefore(heap: Entry[], low: number, high: number): boolean {
  const [a, b] = [heap[low], heap[high]];
  if (a === undefined || b === undefined || !isBefore(a, b)) return false;
  heap[low] = b;
  heap[high] = a;
  return true;
}
