import type { Layout } from '../drawing/layout.ts';
import type { Band } from '../drawing/sheet.ts';
import { bandBorder, titleSpot } from '../drawing/stageBands.ts';
import type { Group } from './canvas.ts';

/** Draws the stages, faintly, every other one shaded: those of the whole graph, or what is named inside of frames. */
export function drawBands(group: Group, { bands, direction }: Layout, which: 'outer' | 'inner'): void {
  const drawn = bands.filter(({ stripe }) => (stripe !== undefined) === (which === 'outer'));
  const band = group
    .selectAll<SVGGElement, Band>('g.band')
    .data(drawn)
    .join((enter) => {
      const added = enter.append('g').attr('class', 'band');
      added.append('rect');
      added.append('path');
      added.append('text');
      return added;
    })
    .classed('shaded', ({ stripe }) => stripe !== undefined && stripe % 2 === 0);
  band
    .select('rect')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('width', ({ width }) => width)
    .attr('height', ({ height }) => height);
  band.select('path').attr('d', (each) => bandBorder(each, direction));
  band
    .select('text')
    .attr('x', (each) => titleSpot(each)[0])
    .attr('y', (each) => titleSpot(each)[1])
    .text(({ title }) => title);
}
