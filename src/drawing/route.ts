import type { Axes, Box, LayerPlaces, Point } from './geometry.ts';

/** A node as an edge sees it. */
export interface End {
  readonly box: Box;
  readonly layer: number;
}

/**
 * The points of an edge from the node that is needed to the one that needs it. It leaves and enters in the middle of
 * the sides that face each other, bends only between layers, and passes those between straight, at `bends`. A turned
 * edge leads back, beside the middle, so that it doesn't hide one that leads forth.
 */
export function route(
  from: End,
  to: End,
  bends: readonly number[],
  isTurned: boolean,
  { starts, extents }: LayerPlaces,
  axes: Axes,
): readonly Point[] {
  if (from.box === to.box) return loop(from.box);
  const [first, last] = isTurned ? [to, from] : [from, to];
  const middle = ({ box }: End): number => {
    const extent = axes.crossExtent(box);
    return axes.crossOf(box) + extent / 2 + (isTurned ? Math.min(extent / 4, 46) : 0);
  };
  const endOf = (layer: number): number => (starts[layer] ?? 0) + (extents[layer] ?? 0);
  const leaves = axes.mainOf(first.box) + axes.mainExtent(first.box);
  const points = [
    axes.point(leaves, middle(first)),
    // A node that is less deep than others of its layer.
    ...(leaves < endOf(first.layer) ? [axes.point(endOf(first.layer), middle(first))] : []),
    ...bends.flatMap((across, i): readonly Point[] => {
      const layer = first.layer + 1 + i;
      return [axes.point(starts[layer] ?? 0, across), axes.point(endOf(layer), across)];
    }),
    axes.point(axes.mainOf(last.box), middle(last)),
  ];
  return isTurned ? points.reverse() : points;
}

/** From the top of a node over its corner back to it: start, two control points, end of a cubic curve. */
function loop({ x, y, width }: Box): readonly Point[] {
  const [start, end] = [x + width - 20, x + width - 52];
  return [
    [start, y],
    [start + 14, y - 26],
    [end - 14, y - 26],
    [end, y],
  ];
}
