import assert from 'node:assert/strict';
import { isFlat, isOpenStage, runNode, tasksInOrder } from '../../../src/editor/tree/nodes.ts';
import { applyEvent } from '../../../src/model/applyEvent.ts';
import { plannedTask, runOf } from '../rig/runOf.ts';

const many = Array.from({ length: 500 }, (_, i) => plannedTask(`t${i}`, Math.floor(i / 100)));

describe('the tree’s nodes', () => {
  it('group a run’s tasks by stage, in the order of the file', () => {
    const node = runNode(runOf([plannedTask('b', 1), plannedTask('a'), plannedTask('c', 1)]));
    assert.deepEqual(
      node.stages.map(({ tasks }) => tasks.map(({ task }) => task)),
      [['a'], ['b', 'c']],
    );
    assert.ok(!isFlat(node));
    assert.ok(isFlat(runNode(runOf([plannedTask('a')]))));
  });

  it('of a small run are all open', () => {
    assert.ok(runNode(runOf([plannedTask('a'), plannedTask('b', 1)])).stages.every(isOpenStage));
  });

  it('of 500 tasks are open where something goes on or went wrong', () => {
    const held = runOf(many);
    const [first, second, third] = runNode(held).stages;
    assert.ok(first && second && third);
    assert.ok(![first, second, third].some(isOpenStage));
    applyEvent(held.run, { type: 'task-started', at: 2000, task: 't5', attempt: 1 });
    assert.deepEqual([first, second, third].map(isOpenStage), [true, false, false]);
    applyEvent(held.run, { type: 'task-completed', at: 3000, task: 't5', attempt: 1, outputs: {} });
    assert.deepEqual([first, second, third].map(isOpenStage), [false, false, false]);
    const failure = { reason: 'exit_code', code: 1 } as const;
    applyEvent(held.run, { type: 'task-failed', at: 4000, task: 't142', attempt: 1, failure, tail: [] });
    assert.deepEqual([first, second, third].map(isOpenStage), [false, true, false]);
  });

  it('of 500 tasks begin with what failed, then what goes on', () => {
    const held = runOf(many);
    const [stage] = runNode(held).stages;
    assert.ok(stage);
    const failure = { reason: 'exit_code', code: 1 } as const;
    applyEvent(held.run, { type: 'task-started', at: 2000, task: 't7', attempt: 1 });
    applyEvent(held.run, { type: 'task-failed', at: 4000, task: 't42', attempt: 1, failure, tail: [] });
    const order = tasksInOrder(stage).map(({ task }) => task);
    assert.deepEqual(order.slice(0, 4), ['t42', 't7', 't0', 't1']);
    assert.equal(order.length, 100);
  });
});
