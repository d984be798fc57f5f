import { stages } from '../model/graph.ts';
import type { Scene } from './scene.ts';
import { edgeKey } from './turned.ts';

/** The layer of each task: its stage, once the edges that close cycles are turned round. */
export function layersOf(scene: Scene, turned: ReadonlySet<string>): ReadonlyMap<string, number> {
  if (turned.size === 0) return new Map(scene.tasks.map((task) => [task.id, task.stage]));
  const needs = new Map<string, string[]>(scene.tasks.map((task) => [task.id, []]));
  for (const task of scene.tasks) {
    for (const need of task.needs) {
      if (need === task.id) continue;
      if (turned.has(edgeKey(need, task.id))) needs.get(need)?.push(task.id);
      else needs.get(task.id)?.push(need);
    }
  }
  return stages([...needs].map(([id, some]) => ({ id, needs: some })));
}
