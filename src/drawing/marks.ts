import type { Size } from './geometry.ts';
import type { SceneTask } from './scene.ts';

/**
 * The outlines on a card that is more than one task, as the `d` of a path from its upper left corner: a pile for a
 * matrix, and for another workflow the two bars that flowcharts give to what is drawn elsewhere.
 */
export function foldMark({ times, kind, inside }: SceneTask, { width, height }: Size): string {
  if (inside !== undefined) return '';
  const bars = kind === 'workflow' ? `M5 0V${height}M${width - 5} 0V${height}` : '';
  return times === undefined
    ? bars
    : `${bars}${sheetBehind(3, width, height)}${sheetBehind(6, width, height)}`;
}

/** What is seen of a sheet that lies behind the card, so far to the right of it and below. */
function sheetBehind(by: number, width: number, height: number): string {
  const [x, y] = [width + by, height + by];
  return `M${x - 3} ${by + 2}q3 0 3 3V${y - 5}q0 5 -5 5H${by + 5}q-3 0 -3 -3`;
}
