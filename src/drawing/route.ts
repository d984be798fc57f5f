import type { Axes, NodeBox, Point } from './geometry.ts';

/**
 * The points of an edge from the node that is needed to the one that needs it. It leaves and enters in the middle of
 * the sides that face each other and passes the layers between straight, at `bends`. A turned edge leads
 * back, beside the middle, so that it doesn't hide one that leads forth.
 */
export function route(
  from: NodeBox,
  to: NodeBox,
  bends: readonly number[],
  isTurned: boolean,
  axes: Axes,
): readonly Point[] {
  if (from.id === to.id) return loop(from);
  const [first, last] = isTurned ? [to, from] : [from, to];
  const beside = isTurned ? axes.cross / 4 : 0;
  const middle = (node: NodeBox): number => axes.crossOf(node) + axes.cross / 2 + beside;
  const pitch = axes.main + axes.mainGap;
  const points = [
    axes.point(axes.mainOf(first) + axes.main, middle(first)),
    ...bends.flatMap((across, i): readonly Point[] => {
      const start = axes.mainOf(first) + (i + 1) * pitch;
      return [axes.point(start, across), axes.point(start + axes.main, across)];
    }),
    axes.point(axes.mainOf(last), middle(last)),
  ];
  return isTurned ? points.reverse() : points;
}

/** From the top of a node over its corner back to it: start, two control points, end of a cubic curve. */
function loop({ x, y, width }: NodeBox): readonly Point[] {
  const [start, end] = [x + width - 20, x + width - 52];
  return [
    [start, y],
    [start + 14, y - 26],
    [end - 14, y - 26],
    [end, y],
  ];
}
