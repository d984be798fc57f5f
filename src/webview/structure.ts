import type { Scene, SceneTask } from '../drawing/scene.ts';

/** Equal for scenes that are laid out alike: names, needs and what tasks turned into tell, and nothing else. */
export function structureOf(scene: Pick<Scene, 'tasks'>): string {
  return JSON.stringify(structures(scene.tasks));
}

function structures(tasks: readonly SceneTask[]): readonly object[] {
  return tasks.map(({ id, needs, finally: last, inside }) => [
    id,
    needs,
    last === true,
    inside === undefined ? [] : [inside.of, structures(inside.tasks)],
  ]);
}
