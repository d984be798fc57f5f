import { axesOf, type Direction, type Size } from '../drawing/geometry.ts';
import type { Scene } from '../drawing/scene.ts';

/** The direction in which a scene is drawn larger when all of it is in sight, judged by its stages. */
export function fittingDirection(scene: Scene, node: Size, room: Size): Direction {
  const counts = new Map<number, number>();
  for (const { stage } of scene.tasks) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  const widest = Math.max(1, ...counts.values());
  const scale = (direction: Direction): number => {
    const axes = axesOf(direction, node);
    const drawing = axes.size(counts.size, widest * (axes.cross + axes.crossGap) + 2 * axes.margin);
    return Math.min(1, room.width / drawing.width, room.height / drawing.height);
  };
  return scale('down') > scale('right') ? 'down' : 'right';
}
