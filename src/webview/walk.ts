import { axesOf, type Direction } from '../drawing/geometry.ts';
import type { Layout } from '../drawing/layout.ts';
import type { NodeBox } from '../drawing/sheet.ts';

/** Where a key leads from a node: along edges, or within the stage. */
export type Step = 'upstream' | 'downstream' | 'before' | 'after' | 'first' | 'last';

/** The keys as they lie on the drawing: arrows along its direction follow edges, the others stay in the stage. */
export function stepOf(key: string, direction: Direction): Step | undefined {
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

/**
 * The node that a step leads to, or `undefined` where there is none that way. The way down from the head of a frame is
 * into it; the way up leads back to the head, and every other way out of a frame goes on from the whole of it.
 */
export function walk(layout: Layout, from: string, step: Step): string | undefined {
  const { nodes, direction } = layout;
  if (step === 'first') return nodes[0]?.id;
  if (step === 'last') return nodes.at(-1)?.id;
  const here = nodes.find((node) => node.id === from);
  if (here === undefined) return undefined;
  const [down, up] = direction === 'right' ? ['after', 'before'] : ['downstream', 'upstream'];
  const inside =
    step === down && here.shape === 'header' ? nodes.find(({ parent }) => parent === from) : undefined;
  if (inside !== undefined) return inside.id;
  for (let at: NodeBox | undefined = here; at !== undefined; at = parentOf(at, nodes)) {
    const next = beside(at, layout, step);
    if (next !== undefined) return next.id;
    if (step === up && at.parent !== undefined) return at.parent;
  }
  return undefined;
}

function parentOf({ parent }: NodeBox, nodes: readonly NodeBox[]): NodeBox | undefined {
  return parent === undefined ? undefined : nodes.find(({ id }) => id === parent);
}

/** Among the nodes of one frame: along edges, or within a layer; to and from loose ones to the next layer. */
function beside(here: NodeBox, { nodes, edges, direction }: Layout, step: Step): NodeBox | undefined {
  const { crossOf } = axesOf(direction);
  const away = (node: NodeBox): number => crossOf(node) - crossOf(here);
  const layersAway = (node: NodeBox): number => node.layer - here.layer;
  const siblings = nodes.filter((node) => node.parent === here.parent && node.id !== here.id);
  if (step === 'before' || step === 'after') {
    const side = step === 'after' ? 1 : -1;
    return nearest(siblings.filter((node) => node.layer === here.layer && Math.sign(away(node)) === side));
  }
  const ends = new Set(
    edges.flatMap((edge) => {
      if (step === 'downstream') return edge.from === here.id ? [edge.to] : [];
      return edge.to === here.id ? [edge.from] : [];
    }),
  );
  const side = step === 'downstream' ? 1 : -1;
  const loose = siblings.filter((node) => Math.sign(layersAway(node)) === side && (node.loose || here.loose));
  return nearest(siblings.filter((node) => ends.has(node.id))) ?? nearest(loose);

  function nearest(some: readonly NodeBox[]): NodeBox | undefined {
    return [...some].sort(
      (a, b) => Math.abs(layersAway(a)) - Math.abs(layersAway(b)) || Math.abs(away(a)) - Math.abs(away(b)),
    )[0];
  }
}
