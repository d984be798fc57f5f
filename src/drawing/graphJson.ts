import type { Scene, SceneTask } from './scene.ts';
import { sceneStages } from './sceneStages.ts';

/**
 * `{ name?, tasks: [{ id, needs, stage, finally?, kind?, description?, times?, missing?, state?, inside? }], cycles }`,
 * indented, with a line break at its end. `stage` counts from 0, of `finally` by itself, and is null of a task on a
 * cycle or downstream of one. `missing` are needs that no task is called; `needs` has the others. `times` is how often
 * a matrix repeats the task. `inside` is `{ of, tasks }`: what it turned into in a run.
 */
export function graphJson(scene: Scene): string {
  const stuck = new Set(sceneStages(scene).stuck);
  const { name, cycles } = scene;
  return `${JSON.stringify({ name, tasks: tasksJson(scene.tasks, stuck), cycles }, undefined, 2)}\n`;
}

function tasksJson(tasks: readonly SceneTask[], stuck: ReadonlySet<SceneTask>): readonly object[] {
  return tasks.map((task) => ({
    id: task.id,
    needs: task.needs,
    stage: stuck.has(task) ? null : task.stage,
    finally: task.finally,
    kind: task.kind,
    description: task.description,
    times: task.times,
    missing: task.missing.length > 0 ? task.missing : undefined,
    state: task.status?.state,
    inside: task.inside && { of: task.inside.of, tasks: tasksJson(task.inside.tasks, stuck) },
  }));
}
