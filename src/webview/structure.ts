import type { Scene } from '../drawing/scene.ts';

/** Equal for scenes that are laid out alike: only names and needs tell. */
export function structureOf(scene: Scene): string {
  return JSON.stringify(scene.tasks.map(({ id, needs }) => [id, ...needs]));
}
