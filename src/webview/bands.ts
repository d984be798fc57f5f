import type { Box } from '../drawing/geometry.ts';
import type { Layout } from '../drawing/layout.ts';
import type { Group } from './canvas.ts';

/** Draws the stages, faintly, every other one shaded. */
export function drawBands(group: Group, { bands }: Layout): void {
  const band = group
    .selectAll<SVGGElement, Box>('g.band')
    .data(bands)
    .join((enter) => {
      const added = enter.append('g').attr('class', 'band');
      added.append('rect');
      added.append('text');
      return added;
    })
    .classed('shaded', (_, stage) => stage % 2 === 0);
  band
    .select('rect')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('width', ({ width }) => width)
    .attr('height', ({ height }) => height);
  band
    .select('text')
    .attr('x', ({ x }) => x + 12)
    .attr('y', ({ y }) => y + 20)
    .text((_, stage) => `Stage ${stage + 1}`);
}
