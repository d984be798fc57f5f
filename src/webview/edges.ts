import { edgePath } from '../drawing/edgePath.ts';
import type { Layout } from '../drawing/layout.ts';
import type { EdgeLine } from '../drawing/level.ts';
import { allTasks, type Scene } from '../drawing/scene.ts';
import { edgeKey } from '../drawing/turned.ts';
import type { Group } from './canvas.ts';

/** The arrows from tasks to those that need them. */
export interface Edges {
  /** Draws the edges of a layout; to be called when the structure has changed. */
  place(layout: Layout): void;
  /** Shows along which edges the run has come. */
  patch(scene: Scene): void;
  /** Brings out the edges of a node, or of none. */
  emphasize(id: string | undefined): void;
}

export function createEdges(group: Group): Edges {
  const all = () => group.selectAll<SVGPathElement, EdgeLine>('path.edge');
  return {
    place(layout) {
      all()
        .data(layout.edges, ({ from, to }) => edgeKey(from, to))
        .join((enter) => enter.append('path').attr('class', 'edge').attr('marker-end', 'url(#tip)'))
        .classed('cyclic', ({ cyclic }) => cyclic)
        .attr('d', (edge) => edgePath(edge, layout.direction));
    },
    patch(scene) {
      const done = new Set(
        allTasks(scene)
          .filter((task) => task.status?.state === 'completed')
          .map((task) => task.id),
      );
      all().classed('done', ({ from }) => done.has(from));
    },
    emphasize(id) {
      all().classed('near', ({ from, to }) => from === id || to === id);
    },
  };
}
