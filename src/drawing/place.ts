import {
  type Coord,
  coordGreedy,
  coordSimplex,
  type Decross,
  type GraphNode,
  graph,
  type Layering,
  type SugiNode,
  sugiyama,
} from 'd3-dag';
import { decross } from './decross.ts';
import type { Axes, Size } from './geometry.ts';
import { edgeKey } from './turned.ts';

/** An edge that leads from a lower to a higher layer. */
export interface LayeredEdge {
  readonly from: string;
  readonly to: string;
}

export interface Places {
  /** The middle of each node across the layers. */
  readonly middles: ReadonlyMap<string, number>;
  /** By `edgeKey`, of each edge that passes layers: where it passes them, from the first to the last. */
  readonly bends: ReadonlyMap<string, readonly number[]>;
}

/** Up to so many places (tasks, and layers passed by edges) the slower, tidier coordinates are found in no time. */
const TIDY_PLACES = 60;

/** Finds the places of nodes and edges across their layers by d3-dag's layered layout. */
export function place(
  sizes: ReadonlyMap<string, Size>,
  edges: readonly LayeredEdge[],
  layers: ReadonlyMap<string, number>,
  axes: Axes,
): Places {
  const middles = new Map<string, number>();
  const bends = new Map<string, readonly number[]>();
  if (sizes.size === 0) return { middles, bends };

  const dag = graph<string, string>();
  const nodes = new Map([...sizes.keys()].map((id) => [id, dag.node(id)]));
  const across = (id: string): number => axes.crossExtent(sizes.get(id) ?? { width: 0, height: 0 });
  for (const { from, to } of affordable(edges, layers)) {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    if (source !== undefined && target !== undefined) dag.link(source, target, edgeKey(from, to));
  }
  sugiyama()
    .layering(givenLayers(layers))
    .decross(decrossed([...sizes.keys()]))
    .coord(coordBySize)
    // How deep the layers are is worked out elsewhere: here they only have to be told apart.
    .nodeSize(({ data }: GraphNode<string, string>) => [across(data), 1] as const)
    .gap([axes.crossGap, 1])(dag);

  for (const node of dag.nodes()) middles.set(node.data, axes.margin + node.x);
  for (const link of dag.links()) {
    const passed = link.points.slice(1, -1).map(([where]) => axes.margin + where);
    if (passed.length > 0) bends.set(link.data, passed);
  }
  return { middles, bends };
}

/** What nothing else tells apart is to be read in the order of the file; an edge goes with the node that it leads to. */
function decrossed(ids: readonly string[]): Decross<string, string> {
  const ranks = new Map(ids.map((id, rank) => [id, rank]));
  const rankOf = ({ data }: SugiNode<string, string>): number =>
    ranks.get(data.role === 'node' ? data.node.data : data.link.target.data) ?? 0;
  return (layers) => {
    for (const layer of layers) layer.sort((a, b) => rankOf(a) - rankOf(b));
    decross(layers);
  };
}

/**
 * The edges that take part in the layout. One that passes layers costs a place in each; the longest are left out where
 * they would cost much more than the tasks do, and are drawn straight across.
 */
function affordable(
  edges: readonly LayeredEdge[],
  layers: ReadonlyMap<string, number>,
): readonly LayeredEdge[] {
  const passed = ({ from, to }: LayeredEdge): number => (layers.get(to) ?? 0) - (layers.get(from) ?? 0) - 1;
  let budget = layers.size + 1000;
  return [...edges]
    .sort((a, b) => passed(a) - passed(b))
    .filter((edge) => {
      budget -= passed(edge);
      return budget >= 0;
    });
}

function givenLayers(layers: ReadonlyMap<string, number>): Layering<string, string> {
  return (dag, separation) => {
    let height = 0;
    for (const node of dag.nodes()) {
      node.y = separation(undefined, node) + (layers.get(node.data) ?? 0) * separation(node, node);
      height = Math.max(height, node.y + separation(node, undefined));
    }
    return height;
  };
}

const coordBySize: Coord<string, string> = (rows, separation) => {
  const places = rows.reduce((sum, row) => sum + row.length, 0);
  return (places <= TIDY_PLACES ? coordSimplex() : coordGreedy())(rows, separation);
};
