import type { Scene } from './scene.ts';
import { sceneStages } from './sceneStages.ts';

/**
 * `{ name?, tasks: [{ id, needs, stage, kind?, description?, missing?, state? }], cycles }`, indented, with a line break at
 * its end. `stage` counts from 0 and is null of a task on a cycle or downstream of one. `missing` are needs that no
 * task is called; `needs` has the others.
 */
export function graphJson(scene: Scene): string {
  const stuck = new Set(sceneStages(scene).stuck);
  const { name, cycles } = scene;
  const tasks = scene.tasks.map((task) => ({
    id: task.id,
    needs: task.needs,
    stage: stuck.has(task) ? null : task.stage,
    kind: task.kind,
    description: task.description,
    missing: task.missing.length > 0 ? task.missing : undefined,
    state: task.status?.state,
  }));
  return `${JSON.stringify({ name, tasks, cycles }, undefined, 2)}\n`;
}
