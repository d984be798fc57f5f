import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inOrder, isFlat, isOpen, stageAbove } from '../../../../src/editor/tree/folding.ts';
import { parentsOf } from '../../../../src/editor/tree/nodes.ts';
import { planOf } from '../../orchestrator/support/plans.ts';
import { askedRelease, failedRelease, releasePlan } from '../../report/support/release.ts';
import { story } from '../../report/support/story.ts';
import { linesOf, taskIn, treeOf } from '../support/treeOf.ts';

const EXIT = { reason: 'exit_code', code: 1 } as const;

/** 500 tasks in five stages, or a matrix of 500 instances. */
function manyTasks() {
  return story(
    planOf(
      Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [`t${i}`, i < 100 ? [] : [`t${i - 100}`]] as const),
      ),
    ),
  );
}
function manyInstances() {
  const instances = Array.from({ length: 500 }, (_, n) => ({ id: `train[n=${n}]`, values: { n } }));
  return story(releasePlan()).tell(0, {
    type: 'task-expanded',
    task: 'train',
    into: { type: 'matrix', instances },
  });
}

describe('the tree’s nodes', () => {
  it('group a run’s tasks by stage, `finally` last, and parts under what they are of', () => {
    assert.deepEqual(linesOf(treeOf(failedRelease())), [
      '0: wave',
      '1: analyze',
      '2: train (train[model=ridge] train[model=bayes])',
      '3: approve',
      '4: publish (publish/build publish/upload publish/sweep)',
      'finally: clean',
    ]);
  });

  it('are the same ones for as long as the run is the same, and read its state live', () => {
    const told = askedRelease();
    const tree = treeOf(told);
    const [stages, train] = [tree.stages, taskIn(tree, 'train')];
    const clean = taskIn(tree, 'clean');
    told.start(500, 'clean');
    assert.equal(clean.state.state, 'running');
    assert.equal(tree.stages, stages);
    assert.equal(taskIn(tree, 'train'), train);
    assert.equal(train.parts[1], taskIn(tree, 'train[model=bayes]'));
    told.resume(9000);
    assert.equal(clean.state, told.run.tasks.get('clean'));
    assert.equal(taskIn(tree, 'train'), train);
  });

  it('lead back to what they are in', () => {
    const tree = treeOf(failedRelease());
    const upload = taskIn(tree, 'publish/upload');
    assert.deepEqual(
      parentsOf(upload, tree).map(({ task }) => task),
      ['publish'],
    );
    assert.equal(stageAbove(upload, tree), tree.stages[4]);
    assert.equal(tree.find('nobody'), undefined);
    const flat = treeOf(story(planOf({ a: [], b: [] })));
    assert.ok(isFlat(flat) && !isFlat(tree));
    assert.equal(stageAbove(taskIn(flat, 'a'), flat), undefined);
  });

  it('of a small run are all open', () => {
    const tree = treeOf(failedRelease());
    assert.ok(tree.stages.every(isOpen));
    assert.ok(isOpen(taskIn(tree, 'train')));
  });

  it('of 500 tasks are open where something goes on or went wrong', () => {
    const told = manyTasks();
    const [first, second, third] = treeOf(told).stages;
    assert.ok(first && second && third);
    assert.deepEqual([first, second, third].map(isOpen), [false, false, false]);
    told.start(2000, 't5');
    assert.deepEqual([first, second, third].map(isOpen), [true, false, false]);
    told.complete(3000, 't5');
    assert.deepEqual([first, second, third].map(isOpen), [false, false, false]);
    told.fail(4000, 't142', EXIT);
    assert.deepEqual([first, second, third].map(isOpen), [false, true, false]);
  });

  it('of 500 tasks begin with what failed, then what goes on', () => {
    const told = manyTasks().start(2000, 't7').fail(4000, 't42', EXIT);
    const [stage] = treeOf(told).stages;
    assert.ok(stage);
    const order = inOrder(stage).map(({ task }) => task);
    assert.deepEqual(order.slice(0, 4), ['t42', 't7', 't0', 't1']);
    assert.equal(order.length, 100);
  });

  it('of 500 instances are folded likewise', () => {
    const told = manyInstances();
    const tree = treeOf(told);
    const train = taskIn(tree, 'train');
    assert.equal(isOpen(train), false);
    told.start(10, 'train[n=7]').fail(20, 'train[n=300]', EXIT);
    assert.ok(isOpen(train) && tree.stages.slice(2, 3).every(isOpen));
    const order = inOrder(train).map(({ task }) => task);
    assert.deepEqual(order.slice(0, 3), ['train[n=300]', 'train[n=7]', 'train[n=0]']);
  });
});
