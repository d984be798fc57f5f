import { stages } from '../model/graph.ts';
import type { SceneTask } from './scene.ts';
import { edgeKey } from './turned.ts';

/** The layer of each task: its stage, once the edges that close cycles are turned round. `finally` comes last. */
export function layersOf(
  tasks: readonly SceneTask[],
  turned: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const depth =
    turned.size === 0 ? new Map(tasks.map((task) => [task.id, task.stage])) : turnedStages(tasks, turned);
  const last = tasks.reduce(
    (deepest, task) => (task.finally ? deepest : Math.max(deepest, depth.get(task.id) ?? 0)),
    -1,
  );
  return new Map(
    tasks.map(({ id, finally: isLast }) => [id, (depth.get(id) ?? 0) + (isLast ? last + 1 : 0)]),
  );
}

function turnedStages(tasks: readonly SceneTask[], turned: ReadonlySet<string>): ReadonlyMap<string, number> {
  const needs = new Map<string, string[]>(tasks.map((task) => [task.id, []]));
  for (const task of tasks) {
    for (const need of task.needs) {
      if (need === task.id) continue;
      if (turned.has(edgeKey(need, task.id))) needs.get(need)?.push(task.id);
      else needs.get(task.id)?.push(need);
    }
  }
  return stages([...needs].map(([id, some]) => ({ id, needs: some })));
}
