import type { Priority } from '../../model/workflow.ts';

const RANK: Readonly<Record<Priority, number>> = { critical: 0, high: 1, normal: 2, low: 3 };

/** A task that waits for a slot. */
export interface ReadyTask {
  readonly id: string;
  readonly priority: Priority;
  /** How long the task and the longest chain behind it take, in any unit. */
  readonly remaining: number;
  /** Who came first: counts up. */
  readonly order: number;
}

/**
 * Tasks that wait for a slot: the highest priority first; of one priority the one with the longest way still to go
 * behind it; of those who came first. A binary heap: both ends take logarithmic time.
 */
export interface ReadyQueue {
  add(task: ReadyTask): void;
  first(): ReadyTask | undefined;
  /** Takes the first one out. */
  take(): ReadyTask | undefined;
}

export function readyQueue(): ReadyQueue {
  const heap: ReadyTask[] = [];
  return {
    add(task) {
      heap.push(task);
      rise(heap);
    },
    first: () => heap[0],
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || first === last) return first;
      heap[0] = last;
      sink(heap);
      return first;
    },
  };
}

export function isBefore(a: ReadyTask, b: ReadyTask): boolean {
  if (a.priority !== b.priority) return RANK[a.priority] < RANK[b.priority];
  return a.remaining === b.remaining ? a.order < b.order : a.remaining > b.remaining;
}

function rise(heap: ReadyTask[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!swapIfBefore(heap, at, parent)) return;
    at = parent;
  }
}

function sink(heap: ReadyTask[]): void {
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
function swapIfBefore(heap: ReadyTask[], low: number, high: number): boolean {
  const [a, b] = [heap[low], heap[high]];
  if (a === undefined || b === undefined || !isBefore(a, b)) return false;
  heap[low] = b;
  heap[high] = a;
  return true;
}
