import { curveBumpX, curveBumpY, line } from 'd3';
import type { Direction } from './geometry.ts';
import type { EdgeLine } from './level.ts';

/** An edge as the `d` of an SVG path: leaves and enters along the direction, bends in the gaps between stages. */
export function edgePath(edge: EdgeLine, direction: Direction): string {
  if (edge.from === edge.to) return loopPath(edge);
  const draw = line()
    .curve(direction === 'right' ? curveBumpX : curveBumpY)
    .digits(1);
  return draw(edge.points.map(([x, y]) => [x, y])) ?? '';
}

function loopPath({ points: [start, ...others] }: EdgeLine): string {
  return `M${start?.join()}C${others.map((point) => point.join()).join(' ')}`;
}
