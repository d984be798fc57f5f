import { stageTitle } from '../model/stage.ts';
import type { Axes, Direction, Point } from './geometry.ts';
import type { Level } from './level.ts';
import type { SceneTask } from './scene.ts';
import type { Band } from './sheet.ts';

/** The stages with their names, and one for all of `finally`; inside of a frame that one alone. */
export function bandsOf(
  tasks: readonly SceneTask[],
  { bands }: Level,
  axes: Axes,
  isInner: boolean,
): readonly Band[] {
  const stages = tasks.reduce((count, task) => (task.finally ? count : Math.max(count, task.stage + 1)), 0);
  const [first, last] = [bands[stages], bands.at(-1)];
  const named = isInner
    ? []
    : bands
        .slice(0, stages)
        .map((box, stripe) => ({ ...box, title: stageTitle(stripe), stripe, finally: false }));
  if (first === undefined || last === undefined) return named;
  const before = isInner && stages > 0 ? axes.mainGap / 2 : 0;
  const from = axes.mainOf(first) - before;
  const along = axes.mainOf(last) + axes.mainExtent(last) - from;
  const box = axes.box(from, 0, axes.size(along, axes.crossExtent(first)));
  const stripe = isInner ? {} : { stripe: stages };
  return [...named, { ...box, title: stageTitle('finally'), ...stripe, finally: true }];
}

/** Where a band's title begins, on its baseline. */
export function titleSpot({ x, y, stripe }: Band): Point {
  return stripe === undefined ? [x + 6, y + 12] : [x + 12, y + 20];
}

/** The line that parts `finally` from what comes before, as the `d` of a path; empty of other bands. */
export function bandBorder({ x, y, width, height, finally: last }: Band, direction: Direction): string {
  if (!last) return '';
  return direction === 'right' ? `M${x} ${y}v${height}` : `M${x} ${y}h${width}`;
}
