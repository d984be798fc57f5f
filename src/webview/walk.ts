import type { NodeBox } from '../drawing/geometry.ts';
import { axesOf } from '../drawing/geometry.ts';
import type { Layout } from '../drawing/layout.ts';

/** Where a key leads from a node: along edges, or within the stage. */
export type Step = 'upstream' | 'downstream' | 'before' | 'after' | 'first' | 'last';

/** The keys as they lie on the drawing: arrows along its direction follow edges, the others stay in the stage. */
export function stepOf(key: string, direction: Layout['direction']): Step | undefined {
  const right = direction === 'right';
  switch (key) {
    case 'ArrowLeft':
      return right ? 'upstream' : 'before';
    case 'ArrowRight':
      return right ? 'downstream' : 'after';
    case 'ArrowUp':
      return right ? 'before' : 'upstream';
    case 'ArrowDown':
      return right ? 'after' : 'downstream';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

/** The node that a step leads to, or `undefined` where there is none that way. */
export function walk(layout: Layout, from: string, step: Step): string | undefined {
  const { nodes, edges, direction } = layout;
  if (step === 'first') return nodes[0]?.id;
  if (step === 'last') return nodes.at(-1)?.id;
  const here = nodes.find((node) => node.id === from);
  if (here === undefined) return undefined;
  const { crossOf } = axesOf(direction, here);
  const away = (node: NodeBox): number => crossOf(node) - crossOf(here);
  const stagesAway = (node: NodeBox): number => Math.abs(node.layer - here.layer);

  if (step === 'before' || step === 'after') {
    const sign = step === 'after' ? 1 : -1;
    const beside = nodes.filter((node) => node.layer === here.layer && Math.sign(away(node)) === sign);
    return nearest(beside)?.id;
  }
  const ends = new Set(
    edges.flatMap((edge) => {
      if (edge.from === edge.to) return [];
      if (step === 'downstream') return edge.from === from ? [edge.to] : [];
      return edge.to === from ? [edge.from] : [];
    }),
  );
  return nearest(nodes.filter((node) => ends.has(node.id)))?.id;

  function nearest(some: readonly NodeBox[]): NodeBox | undefined {
    return [...some].sort(
      (a, b) => stagesAway(a) - stagesAway(b) || Math.abs(away(a)) - Math.abs(away(b)),
    )[0];
  }
}
