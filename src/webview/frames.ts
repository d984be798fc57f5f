import type { Layout } from '../drawing/layout.ts';
import type { SceneTask } from '../drawing/scene.ts';
import type { Frame } from '../drawing/sheet.ts';
import { drawBands } from './bands.ts';
import type { Group } from './canvas.ts';

/** What stands around tasks that turned into others. */
export interface Frames {
  /** Draws those of a layout; to be called when the structure has changed. */
  place(layout: Layout): void;
  /** Gives them the colours of their tasks' states. */
  patch(tasks: ReadonlyMap<string, SceneTask>): void;
}

export function createFrames(group: Group): Frames {
  const boxes = group.append('g');
  const bands = group.append('g');
  const all = () => boxes.selectAll<SVGRectElement, Frame>('rect');
  return {
    place(layout) {
      all()
        .data(layout.frames, ({ id }) => id)
        .join('rect')
        .order()
        .attr('rx', 7)
        .attr('x', ({ x }) => x)
        .attr('y', ({ y }) => Math.round(y))
        .attr('width', ({ width }) => width)
        .attr('height', ({ height }) => height);
      drawBands(bands, layout, 'inner');
    },
    patch(tasks) {
      all().attr('class', ({ id }) => ['frame', tasks.get(id)?.status?.state ?? ''].join(' ').trim());
    },
  };
}
