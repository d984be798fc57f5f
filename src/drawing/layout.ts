import { axesOf, type Box, type Direction, type NodeBox, type Point, type Size } from './geometry.ts';
import { layersOf } from './layers.ts';
import { place } from './place.ts';
import { route } from './route.ts';
import type { Scene } from './scene.ts';
import { type SceneEdge, sceneEdges } from './sceneEdges.ts';
import { edgeKey, turnedEdges } from './turned.ts';

/** Where everything of a scene is drawn, in a drawing that begins at 0, 0. */
export interface Layout extends Size {
  readonly direction: Direction;
  /** In the scene's order. */
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly EdgeLine[];
  /** The stages from the first, each as broad as the drawing. Empty where a cycle leaves no stages. */
  readonly bands: readonly Box[];
}

/** An edge from its start to the tip of its arrow. `edgePath` draws it. */
export interface EdgeLine extends SceneEdge {
  readonly points: readonly Point[];
}

export interface LayoutOptions {
  readonly direction: Direction;
  /** Of every node. */
  readonly nodeSize: Size;
}

/**
 * A layered drawing: stage after stage, with few crossings, the same for the same scene. What a run does to the tasks
 * has no part in it. Edges that close a cycle are turned round to find the layers, and drawn as they are.
 */
export function layOut(scene: Scene, { direction, nodeSize }: LayoutOptions): Layout {
  const axes = axesOf(direction, nodeSize);
  const turned = turnedEdges(scene);
  const layers = layersOf(scene, turned);
  const edges = sceneEdges(scene).map((edge) => {
    const isTurned = turned.has(edgeKey(edge.from, edge.to));
    const [low, high] = isTurned ? [edge.to, edge.from] : [edge.from, edge.to];
    return { edge, isTurned, key: edgeKey(low, high), from: low, to: high };
  });
  const leading = new Map(edges.filter(({ from, to }) => from !== to).map((edge) => [edge.key, edge]));
  const { middles, bends } = place(scene, [...leading.values()], layers, axes);

  const boxes = new Map<string, NodeBox>();
  let depth = 0;
  let breadth = 0;
  for (const { id } of scene.tasks) {
    const layer = layers.get(id) ?? 0;
    const box = axes.box(layer, middles.get(id) ?? 0);
    boxes.set(id, { id, layer, ...box });
    depth = Math.max(depth, layer + 1);
    breadth = Math.max(breadth, axes.crossOf(box) + axes.cross + axes.margin);
  }
  return {
    direction,
    ...axes.size(depth, breadth),
    nodes: [...boxes.values()],
    edges: edges.flatMap(({ edge, isTurned, key }) => {
      const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      return { ...edge, points: route(from, to, bends.get(key) ?? [], isTurned, axes) };
    }),
    bands: scene.cycles.length > 0 ? [] : Array.from({ length: depth }, (_, i) => axes.band(i, breadth)),
  };
}
