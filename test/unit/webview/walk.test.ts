import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Direction } from '../../../src/drawing/geometry.ts';
import { layOut } from '../../../src/drawing/layout.ts';
import { sceneOfRun } from '../../../src/drawing/scene.ts';
import { anchorOf } from '../../../src/webview/anchor.ts';
import { fittingDirection } from '../../../src/webview/direction.ts';
import { stepOf, walk } from '../../../src/webview/walk.ts';
import { sceneOfNeeds } from '../drawing/support/scenes.ts';
import { failedRelease } from '../report/support/release.ts';

const nodeSize = { width: 180, height: 46 };
const scene = sceneOfNeeds({ a: [], b: [], x: ['a', 'b'], y: ['b'], self: ['self'] });
const layout = layOut(scene, { direction: 'right', nodeSize });

function steps(from: string, ...keys: readonly string[]): string | undefined {
  return keys.reduce<string | undefined>((at, key) => {
    const step = stepOf(key, 'right');
    return at === undefined || step === undefined ? undefined : walk(layout, at, step);
  }, from);
}

describe('walk', () => {
  it('goes along needs, to the nearest', () => {
    assert.equal(steps('a', 'ArrowRight'), 'x');
    assert.equal(steps('y', 'ArrowLeft'), 'b');
    assert.equal(steps('b', 'ArrowRight', 'ArrowLeft'), 'b');
  });

  it('goes up and down within a stage', () => {
    assert.equal(steps('a', 'ArrowDown'), 'b');
    assert.equal(steps('b', 'ArrowUp'), 'a');
    assert.equal(steps('x', 'ArrowDown'), 'y');
  });

  it('stays where there is no way on', () => {
    assert.equal(steps('a', 'ArrowLeft'), undefined);
    assert.equal(steps('y', 'ArrowRight'), undefined);
    assert.equal(steps('self', 'ArrowRight'), undefined);
    assert.equal(walk(layout, 'gone', 'after'), undefined);
  });

  it('jumps to the first and the last task of the file', () => {
    assert.equal(steps('x', 'Home'), 'a');
    assert.equal(steps('x', 'End'), 'self');
  });

  it('turns the arrows with the drawing', () => {
    assert.equal(stepOf('ArrowDown', 'down'), 'downstream');
    assert.equal(stepOf('ArrowLeft', 'down'), 'before');
    assert.equal(stepOf('constructor', 'down'), undefined);
  });
});

describe('walk, through frames', () => {
  const keys = (direction: Direction, from: string, ...pressed: readonly string[]) => {
    const drawn = layOut(sceneOfRun(failedRelease().run), { direction, nodeSize });
    let at: string | undefined = from;
    return pressed.map((key) => {
      const step = stepOf(key, direction);
      at = at === undefined || step === undefined ? undefined : walk(drawn, at, step);
      return at;
    });
  };

  it('goes down into one and up out of it, and on from the whole of it', () => {
    assert.deepEqual(keys('right', 'analyze', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'), [
      'train',
      'train[model=ridge]',
      'train[model=bayes]',
      'train[model=ridge]',
      'train',
    ]);
    assert.deepEqual(keys('right', 'train[model=bayes]', 'ArrowRight', 'ArrowLeft'), ['approve', 'train']);
  });

  it('goes along the edges inside, and to `finally`, that none lead to', () => {
    const way = ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'];
    assert.deepEqual(keys('right', 'publish', ...way), [
      'publish/build',
      'publish/upload',
      'publish/sweep',
      'clean',
      'publish',
    ]);
  });

  it('does so whichever way the graph is drawn', () => {
    const way = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp'];
    assert.deepEqual(keys('down', 'publish', ...way), [
      'publish/build',
      'publish/upload',
      'publish/sweep',
      'publish/upload',
      'publish/build',
      'publish',
    ]);
  });
});

describe('fittingDirection', () => {
  const chain = sceneOfNeeds({ a: [], b: ['a'], c: ['b'], d: ['c'] });
  const fan = sceneOfNeeds({ s: [], a: ['s'], b: ['s'], c: ['s'], d: ['s'], e: ['s'], f: ['s'] });

  it('draws along the longer side of the room', () => {
    assert.equal(fittingDirection(chain, nodeSize, { width: 1400, height: 400 }), 'right');
    assert.equal(fittingDirection(chain, nodeSize, { width: 400, height: 700 }), 'down');
    assert.equal(fittingDirection(fan, nodeSize, { width: 500, height: 700 }), 'right');
  });

  it('takes left to right where both fit', () => {
    assert.equal(fittingDirection(chain, nodeSize, { width: 3000, height: 3000 }), 'right');
    assert.equal(fittingDirection(chain, nodeSize, { width: 0, height: 0 }), 'right');
  });
});

describe('anchorOf', () => {
  const more = layOut(sceneOfNeeds({ first: [], a: [], b: [], x: ['a', 'b'] }), {
    direction: 'right',
    nodeSize,
  });

  it('holds on to the first wanted node that is still there', () => {
    const anchor = anchorOf(layout, more, [undefined, 'y', 'x'], [0, 0]);
    assert.deepEqual(
      [anchor?.before, anchor?.now],
      [layout, more].map(({ nodes }) => nodes.find(({ id }) => id === 'x')),
    );
  });

  it('or else to the one nearest to the middle of the view', () => {
    const b = layout.nodes.find(({ id }) => id === 'b');
    assert.equal(anchorOf(layout, more, ['gone'], [b?.x ?? 0, b?.y ?? 0])?.before, b);
  });

  it('or to none', () => {
    const other = layOut(sceneOfNeeds({ other: [] }), { direction: 'right', nodeSize });
    assert.equal(anchorOf(layout, other, ['x'], [0, 0]), undefined);
  });
});
