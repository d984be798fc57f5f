import type { Direction, Size } from '../drawing/geometry.ts';
import { layOut } from '../drawing/layout.ts';
import type { Scene } from '../drawing/scene.ts';

/** The direction in which a scene is drawn larger when all of it is in sight. */
export function fittingDirection(scene: Scene, nodeSize: Size, room: Size): Direction {
  const scale = (direction: Direction): number => {
    const { width, height } = layOut(scene, { direction, nodeSize });
    return Math.min(1, room.width / width, room.height / height);
  };
  return scale('down') > scale('right') ? 'down' : 'right';
}
