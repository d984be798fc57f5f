import { dependants } from '../model/graph.ts';
import type { Scene, SceneTask } from './scene.ts';

/** The tasks of a scene by stage, those of `finally`, and those that can never start: on a cycle or downstream of one. */
export interface SceneStages {
  readonly stages: readonly (readonly SceneTask[])[];
  readonly last: readonly SceneTask[];
  readonly stuck: readonly SceneTask[];
}

export function sceneStages(scene: Scene): SceneStages {
  const downstream = dependants(scene.tasks);
  const stuck = new Set(scene.cycles.flat());
  for (const id of stuck) {
    for (const next of downstream.get(id) ?? []) stuck.add(next);
  }
  const stages: SceneTask[][] = [];
  for (const task of scene.tasks) {
    if (stuck.has(task.id) || task.finally) continue;
    while (stages.length <= task.stage) stages.push([]);
    stages[task.stage]?.push(task);
  }
  const last = scene.tasks.filter((task) => task.finally && !stuck.has(task.id));
  return { stages, last, stuck: scene.tasks.filter((task) => stuck.has(task.id)) };
}
