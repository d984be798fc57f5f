import type { Priority } from '../model/workflow.ts';

const ORDER: readonly Priority[] = ['critical', 'high', 'normal', 'low'];

/** Tasks that wait for a slot: the highest priority first, then who came first. Both ends take constant time. */
export interface ReadyQueue {
  add(id: string, priority: Priority): void;
  take(): string | undefined;
}

export function readyQueue(): ReadyQueue {
  const lanes = new Map(ORDER.map((priority) => [priority, { ids: [] as string[], head: 0 }]));
  return {
    add(id, priority) {
      lanes.get(priority)?.ids.push(id);
    },
    take() {
      for (const lane of lanes.values()) {
        const id = lane.ids[lane.head];
        if (id === undefined) continue;
        lane.head++;
        if (lane.head === lane.ids.length) {
          lane.ids = [];
          lane.head = 0;
        }
        return id;
      }
      return undefined;
    },
  };
}
