import { stages } from '../model/graph.ts';
import type { Task, Workflow } from '../model/workflow.ts';

/** The stage of each task, from 0: its depth in the graph. Those of `finally` come behind all others. */
export function taskStages({ tasks }: Workflow): ReadonlyMap<string, number> {
  const depth = new Map(stages(tasks.filter((task) => !task.finally).map(needing)));
  const behind = depth.size === 0 ? 0 : Math.max(...depth.values()) + 1;
  for (const [id, own] of stages(tasks.filter((task) => task.finally).map(needing))) {
    depth.set(id, behind + own);
  }
  return depth;
}

function needing({ id, needs }: Task): { readonly id: string; readonly needs: readonly string[] } {
  return { id: id.value, needs: needs.map((need) => need.value) };
}
