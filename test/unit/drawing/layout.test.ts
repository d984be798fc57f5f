import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Box } from '../../../src/drawing/geometry.ts';
import { type Layout, layOut } from '../../../src/drawing/layout.ts';
import { allTasks, type Scene } from '../../../src/drawing/scene.ts';
import { sceneEdges } from '../../../src/drawing/sceneEdges.ts';
import { anyGroups, anyScene, sceneOfNeeds, sceneOfText } from './support/scenes.ts';

const nodeSize = { width: 180, height: 46 };
const right = (scene: Scene): Layout => layOut(scene, { direction: 'right', nodeSize });

describe('layOut', () => {
  for (const direction of ['right', 'down'] as const) {
    for (const cycles of [false, true]) {
      it(`keeps nodes apart, and all of it inside the drawing (${direction}, ${cycles ? 'cycles' : 'no cycles'})`, () => {
        fc.assert(
          fc.property(anyScene(cycles), (scene) => {
            const layout = layOut(scene, { direction, nodeSize });
            assert.deepEqual(
              layout.nodes.map(({ id }) => id),
              scene.tasks.map(({ id }) => id),
            );
            assert.deepEqual(
              layout.edges.map(({ from, to, cyclic }) => ({ from, to, cyclic })),
              sceneEdges(scene),
            );
            layout.nodes.forEach((node, i) => {
              for (const other of layout.nodes.slice(i + 1))
                assert.ok(apart(node, other), `${node.id} ${other.id}`);
            });
            const points = layout.edges.flatMap((edge) =>
              edge.points.map(([x, y]) => ({ x, y, width: 0, height: 0 })),
            );
            for (const box of [...layout.nodes, ...points])
              assert.ok(inside(box, layout), JSON.stringify(box));
          }),
          { numRuns: 60 },
        );
      });
    }
  }

  it('puts every task into its stage, and so every edge forward', () => {
    fc.assert(
      fc.property(anyScene(false), (scene) => {
        const layout = right(scene);
        scene.tasks.forEach((task, i) => {
          const node = layout.nodes[i];
          const band = layout.bands[task.stage];
          assert.equal(node?.layer, task.stage);
          assert.ok(
            node !== undefined &&
              band !== undefined &&
              inside({ ...node, x: node.x - band.x, y: node.y - band.y }, band),
          );
        });
        for (const { points } of layout.edges) {
          points.slice(1).forEach(([x], i) => {
            assert.ok(x >= (points[i]?.[0] ?? 0));
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets edges begin and end on the nodes that they join', () => {
    fc.assert(
      fc.property(anyScene(true), (scene) => {
        const layout = right(scene);
        const boxes = new Map(layout.nodes.map((node) => [node.id, node]));
        for (const { from, to, points } of layout.edges) {
          const [start, end] = [points[0], points.at(-1)];
          assert.ok(start !== undefined && onBorder(start, boxes.get(from)));
          assert.ok(end !== undefined && onBorder(end, boxes.get(to)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same scene, whatever a run has done to it', () => {
    fc.assert(
      fc.property(anyScene(true), (scene) => {
        const status = { state: 'failed', attempt: 2, maxAttempts: 3, failure: 'exit code 1' } as const;
        const run = { ...scene, tasks: scene.tasks.map((task) => ({ ...task, status })) };
        assert.deepEqual(right(run), right(scene));
      }),
      { numRuns: 30 },
    );
  });

  it('draws nothing in no room', () => {
    const layout = right({ tasks: [], cycles: [] });
    assert.deepEqual(layout, {
      direction: 'right',
      width: 0,
      height: 0,
      nodes: [],
      frames: [],
      edges: [],
      bands: [],
    });
  });

  it('turns the drawing, not the order of stages', () => {
    const scene = sceneOfNeeds({ a: [], b: ['a'] });
    const [a, b] = layOut(scene, { direction: 'down', nodeSize }).nodes;
    assert.ok(a !== undefined && b !== undefined && b.y > a.y + a.height && b.x === a.x);
  });

  it('keeps the order of the file where nothing tells tasks apart', () => {
    const layout = right(sceneOfNeeds({ z: [], b: [], a: [], end: ['z', 'b', 'a'] }));
    const order = layout.nodes.filter(({ layer }) => layer === 0).sort((p, q) => p.y - q.y);
    assert.deepEqual(
      order.map(({ id }) => id),
      ['z', 'b', 'a'],
    );
  });

  it('uncrosses edges', () => {
    const layout = right(sceneOfNeeds({ a: [], b: [], c: [], x: ['c'], y: ['b'], z: ['a'] }));
    const at = new Map(layout.nodes.map(({ id, y }) => [id, y]));
    const straight = layout.edges.filter(({ from, to }) => at.get(from) === at.get(to));
    assert.equal(straight.length, 3);
  });

  it('leads an edge past the nodes of the stages between', () => {
    const layout = right(sceneOfNeeds({ a: [], b: ['a'], c: ['b'], d: ['a', 'c'] }));
    const long = layout.edges.find(({ from, to }) => from === 'a' && to === 'd');
    assert.equal(long?.points.length, 6);
    for (const node of layout.nodes.filter(({ id }) => id === 'b' || id === 'c')) {
      for (const [x, y] of long?.points ?? []) {
        const within = x >= node.x && x <= node.x + node.width;
        assert.ok(!within || y <= node.y || y >= node.y + node.height);
      }
    }
  });

  it('has no stages where a cycle leaves none, and draws both ways between two tasks apart', () => {
    const layout = right(sceneOfNeeds({ a: ['b'], b: ['a'] }));
    assert.deepEqual(layout.bands, []);
    const [one, other] = layout.edges.map(({ points }) => points.map(([, y]) => y));
    assert.notDeepEqual(one, other);
  });

  it('enters a cycle where the rest of the graph does', () => {
    const layout = right(sceneOfNeeds({ late: ['early'], early: ['late', 'source'], source: [] }));
    assert.deepEqual(
      layout.nodes.map(({ id, layer }) => `${id} ${layer}`),
      ['late 2', 'early 1', 'source 0'],
    );
  });

  for (const direction of ['right', 'down'] as const) {
    it(`frames what tasks turned into, apart from all else (${direction})`, () => {
      fc.assert(
        fc.property(anyGroups(), (scene) => {
          const layout = layOut(scene, { direction, nodeSize });
          assert.deepEqual(
            layout.nodes.map(({ id }) => id),
            allTasks(scene).map(({ id }) => id),
          );
          const frames = new Map(layout.frames.map((frame) => [frame.id, frame]));
          const outside = { x: 0, y: 0, width: layout.width, height: layout.height };
          const level = (parent: string | undefined) => layout.nodes.filter((node) => node.parent === parent);
          for (const parent of [undefined, ...frames.keys()]) {
            const room = frames.get(parent ?? '') ?? outside;
            const boxes = level(parent).map((node) => frames.get(node.id) ?? node);
            boxes.forEach((box, i) => {
              assert.ok(inside({ ...box, x: box.x - room.x, y: box.y - room.y }, room));
              for (const other of boxes.slice(i + 1)) assert.ok(apart(box, other));
            });
            const head = layout.nodes.find(({ id }) => id === parent);
            if (head === undefined) continue;
            assert.equal(head.shape, 'header');
            for (const box of boxes) assert.ok(apart(box, head));
          }
          for (const { from, to, points } of layout.edges) {
            const [start, end] = [points[0], points.at(-1)];
            const boxOf = (id: string) => frames.get(id) ?? layout.nodes.find((node) => node.id === id);
            assert.ok(start !== undefined && onBorder(start, boxOf(from)));
            assert.ok(end !== undefined && onBorder(end, boxOf(to)));
            for (const [x, y] of points) assert.ok(inside({ x, y, width: 0, height: 0 }, layout));
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  it('has all of `finally` in one last band, behind the stages', () => {
    const scene = sceneOfText(
      'tasks: { a: { run: x }, b: { needs: a, run: x } }\nfinally: { f: { run: x }, g: { needs: f, run: x } }',
    );
    const { bands, nodes, width } = right(scene);
    assert.deepEqual(
      bands.map(({ title, stripe, finally: last }) => [title, stripe, last]),
      [
        ['Stage 1', 0, false],
        ['Stage 2', 1, false],
        ['finally', 2, true],
      ],
    );
    assert.deepEqual(
      nodes.map(({ id, layer }) => `${id} ${layer}`),
      ['a 0', 'b 1', 'f 2', 'g 3'],
    );
    const last = bands.at(-1);
    assert.equal(last && last.x + last.width, width);
  });

  it('takes the instances of a large matrix in its stride, as icons in few lines', () => {
    const tasks = Array.from({ length: 5000 }, (_, i) => ({
      id: `m[${i}]`,
      needs: [],
      missing: [],
      stage: 0,
    }));
    const [task] = sceneOfNeeds({ m: [] }).tasks;
    assert.ok(task);
    const layout = right({ tasks: [{ ...task, inside: { of: 'matrix', tasks } }], cycles: [] });
    assert.deepEqual(new Set(layout.nodes.map(({ shape }) => shape)), new Set(['header', 'cell']));
    assert.ok(layout.width < 2500 && layout.height < layout.width);
  });

  it('puts instances that are workflows beside each other where these lead down, below each other where right', () => {
    const parts = ['build', 'test', 'ask', 'publish'].map((name, stage, all) => ({
      id: name,
      needs: stage === 0 ? [] : [all[stage - 1] ?? ''],
      missing: [],
      stage,
    }));
    const instances = ['m[env=a]', 'm[env=b]'].map((id) => ({
      id,
      needs: [],
      missing: [],
      stage: 0,
      inside: {
        of: 'workflow' as const,
        tasks: parts.map((part) => ({
          ...part,
          id: `${id}/${part.id}`,
          needs: part.needs.map((need) => `${id}/${need}`),
        })),
      },
    }));
    const [task] = sceneOfNeeds({ m: [] }).tasks;
    assert.ok(task);
    const scene: Scene = {
      tasks: [{ ...task, inside: { of: 'matrix', tasks: instances } }],
      cycles: [],
    };
    const [, a, b] = layOut(scene, { direction: 'down', nodeSize }).frames;
    assert.ok(a && b && a.y === b.y && b.x > a.x);
    const [, above, below] = right(scene).frames;
    assert.ok(above && below && above.x === below.x && below.y > above.y);
  });

  it('keeps an edge off the nodes of its own layer that are deeper than where it comes from', () => {
    const scene = sceneOfNeeds({ a: [], m: [], z: ['m', 'a'] });
    const parts = ['1', '2', '3'].map((id) => ({ id: `m/${id}`, needs: [], missing: [], stage: 0 }));
    const chained = parts.map((part, i) => ({ ...part, stage: i, needs: i === 0 ? [] : [`m/${i}`] }));
    const tasks = scene.tasks.map((task) =>
      task.id === 'm' ? { ...task, inside: { of: 'workflow' as const, tasks: chained } } : task,
    );
    const { edges, frames } = right({ ...scene, tasks });
    const [frame] = frames;
    const edge = edges.find(({ from }) => from === 'a');
    assert.ok(frame && edge && edge.points.length === 3);
    assert.equal(edge.points[1]?.[0], frame.x + frame.width);
    assert.equal(edge.points[1]?.[1], edge.points[0]?.[1]);
  });

  it('stays in bounds where one task needs all of a long chain', () => {
    const count = 1500;
    const needs = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`t${i}`, i === 0 ? [] : [`t${i - 1}`]]),
    );
    const layout = right(sceneOfNeeds({ ...needs, last: Object.keys(needs) }));
    assert.equal(layout.edges.length, 2 * count - 1);
    assert.equal(layout.bands.length, count + 1);
  });
});

function apart(a: Box, b: Box): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

function inside(
  { x, y, width, height }: Box,
  room: { readonly width: number; readonly height: number },
): boolean {
  return x >= 0 && y >= 0 && x + width <= room.width && y + height <= room.height;
}

function onBorder([x, y]: readonly [number, number], box: Box | undefined): boolean {
  if (box === undefined) return false;
  const [across, down] = [x >= box.x && x <= box.x + box.width, y >= box.y && y <= box.y + box.height];
  const side = x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height;
  return across && down && side;
}
