import assert from 'node:assert/strict';
import { graph, type SugiNode, sugifyLayer } from 'd3-dag';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { decross } from '../../../src/drawing/decross.ts';

type Layers = SugiNode<number, undefined>[][];

/** Layers of nodes as d3-dag hands them over: `edges` lead from a place in a layer to one in the next. */
function layersOf(
  sizes: readonly number[],
  edges: readonly (readonly [layer: number, from: number, to: number])[],
): Layers {
  const dag = graph<number, undefined>();
  const nodes = sizes.map((size, layer) =>
    Array.from({ length: size }, (_, i) => {
      const node = dag.node(layer * 100 + i);
      node.y = layer;
      return node;
    }),
  );
  const seen = new Set<string>();
  for (const [layer, from, to] of edges) {
    const [source, target] = [nodes[layer]?.[from], nodes[layer + 1]?.[to]];
    const key = `${layer} ${from} ${to}`;
    if (source === undefined || target === undefined || seen.has(key)) continue;
    seen.add(key);
    dag.link(source, target, undefined);
  }
  const [layers] = sugifyLayer(dag, () => 1, 0, sizes.length, { name: 'given' });
  return layers;
}

function idsOf(layers: Layers): readonly (readonly (number | undefined)[])[] {
  return layers.map((layer) => layer.map(({ data }) => (data.role === 'node' ? data.node.data : undefined)));
}

function crossings(layers: Layers): number {
  return layers.reduce((total, layer, i) => {
    const below = layers[i + 1] ?? [];
    const edges = layer.flatMap((node, from) =>
      [...node.children()].map((child) => [from, below.indexOf(child)] as const),
    );
    const crossed = edges.flatMap(([a, b]) => edges.filter(([c, d]) => a < c && b > d));
    return total + crossed.length;
  }, 0);
}

describe('decross', () => {
  it('finds an order without crossings where a sweep does', () => {
    const layers = layersOf(
      [3, 3, 3],
      [
        [0, 0, 2],
        [0, 1, 1],
        [0, 2, 0],
        [1, 0, 2],
        [1, 1, 0],
        [1, 2, 1],
      ],
    );
    decross(layers);
    assert.equal(crossings(layers), 0);
  });

  it('keeps all nodes in their layers and never makes it worse', () => {
    const size = fc.integer({ min: 1, max: 7 });
    const edge = fc.tuple(fc.nat(3), fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 5 }),
        fc.array(edge, { maxLength: 40 }),
        (sizes, edges) => {
          const layers = layersOf(sizes, edges);
          const [before, count] = [idsOf(layers), crossings(layers)];
          decross(layers);
          const sorted = (ids: typeof before) => ids.map((layer) => [...layer].sort());
          assert.deepEqual(sorted(idsOf(layers)), sorted(before));
          assert.ok(crossings(layers) <= count);
        },
      ),
    );
  });
});
