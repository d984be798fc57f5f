import { type Axes, type Box, layerPlaces, type Point, type Size } from './geometry.ts';
import { layersOf } from './layers.ts';
import { place } from './place.ts';
import { route } from './route.ts';
import type { Scene } from './scene.ts';
import { type SceneEdge, sceneEdges } from './sceneEdges.ts';
import { edgeKey, turnedEdges } from './turned.ts';

/** Tasks beside each other, laid out, in a drawing of their own that begins at 0, 0. */
export interface Level extends Size {
  /** By id: the box, and the layer, which is the task's stage where there is no cycle. */
  readonly places: ReadonlyMap<string, { readonly box: Box; readonly layer: number }>;
  readonly edges: readonly EdgeLine[];
  /** All of each layer, as broad as the drawing. */
  readonly bands: readonly Box[];
}

/** An edge from its start to the tip of its arrow. `edgePath` draws it. */
export interface EdgeLine extends SceneEdge {
  readonly points: readonly Point[];
}

/**
 * A layered drawing of nodes of any size: layer after layer, with few crossings. Edges that close a cycle are turned
 * round to find the layers, and drawn as they are.
 */
export function layOutLevel(
  scene: Pick<Scene, 'tasks' | 'cycles'>,
  sizes: ReadonlyMap<string, Size>,
  axes: Axes,
): Level {
  const turned = turnedEdges(scene);
  const layers = layersOf(scene.tasks, turned);
  const edges = sceneEdges(scene).map((edge) => {
    const isTurned = turned.has(edgeKey(edge.from, edge.to));
    const [low, high] = isTurned ? [edge.to, edge.from] : [edge.from, edge.to];
    return { edge, isTurned, key: edgeKey(low, high), from: low, to: high };
  });
  const leading = new Map(edges.filter(({ from, to }) => from !== to).map((edge) => [edge.key, edge]));
  const { middles, bends } = place(sizes, [...leading.values()], layers, axes);

  const extents: number[] = [];
  for (const [id, size] of sizes) {
    const layer = layers.get(id) ?? 0;
    while (extents.length <= layer) extents.push(0);
    extents[layer] = Math.max(extents[layer] ?? 0, axes.mainExtent(size));
  }
  const along = layerPlaces(extents, axes);
  const places = new Map<string, { box: Box; layer: number }>();
  let breadth = Math.max(0, ...[...bends.values()].map((some) => Math.max(...some)));
  for (const [id, size] of sizes) {
    const layer = layers.get(id) ?? 0;
    const cross = (middles.get(id) ?? 0) - axes.crossExtent(size) / 2;
    places.set(id, { box: axes.box(along.starts[layer] ?? 0, cross, size), layer });
    breadth = Math.max(breadth, cross + axes.crossExtent(size));
  }
  if (sizes.size > 0) breadth += axes.margin;
  const depth = extents.reduce((sum, extent) => sum + extent + axes.mainGap, 0);
  const total = extents.length === 0 ? 0 : depth - axes.mainGap + 2 * axes.lead;
  return {
    ...axes.size(total, breadth),
    places,
    edges: edges.flatMap(({ edge, isTurned, key }) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      return { ...edge, points: route(from, to, bends.get(key) ?? [], isTurned, along, axes) };
    }),
    bands: extents.map((extent, layer) =>
      axes.box((along.starts[layer] ?? 0) - axes.lead, 0, axes.size(extent + 2 * axes.lead, breadth)),
    ),
  };
}
