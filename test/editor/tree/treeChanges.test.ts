import assert from 'node:assert/strict';
import { EventEmitter } from 'vscode';
import type { HeldRun, RunNews } from '../../../src/editor/runs/heldRun.ts';
import { type Node, type RunNode, runNode } from '../../../src/editor/tree/nodes.ts';
import { followRuns } from '../../../src/editor/tree/treeChanges.ts';
import { applyEvent } from '../../../src/model/applyEvent.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import { plannedTask, runOf } from '../rig/runOf.ts';

const tasks = Array.from({ length: 500 }, (_, i) => plannedTask(`t${i}`, Math.floor(i / 100)));

describe('the tree’s changes', () => {
  it('are the whole tree when a run begins and ends', async () => {
    const { tell, changed } = followed();
    const [, nodes] = await Promise.all([
      tell({ type: 'run-finished', at: 3000, outcome: 'completed' }),
      changed(),
    ]);
    assert.equal(nodes, undefined);
  });

  it('are a task, and its stage when that looks different, of 500 tasks', async () => {
    const { tell, changed, node } = followed();
    const stage = node.stages[1];
    let soon = changed();
    tell({ type: 'task-started', at: 2000, task: 't150', attempt: 1 });
    assert.deepEqual(new Set(await soon), new Set<Node | undefined>([node.find('t150'), stage]));
    soon = changed();
    tell({ type: 'task-output', at: 2100, task: 't150', attempt: 1, stream: 'stdout', text: 'x\n' });
    tell({ type: 'task-ready', at: 2200, task: 't151' });
    assert.deepEqual(await soon, [node.find('t151')]);
  });

  it('are the run when one of its stages is to open or close', async () => {
    const { tell, changed, node } = followed();
    let soon = changed();
    tell({ type: 'task-started', at: 2000, task: 't150', attempt: 1 });
    await soon;
    soon = changed();
    tell({ type: 'task-completed', at: 3000, task: 't150', attempt: 1, outputs: {} });
    assert.ok((await soon)?.includes(node));
  });

  it('are the whole tree when the run comes to wait for people, and when they have answered', async () => {
    const { tell, changed } = followed();
    let soon = changed();
    tell({ type: 'task-waiting', at: 2000, task: 't1', message: 'Go on?' });
    assert.equal(await soon, undefined);
    soon = changed();
    tell({ type: 'task-completed', at: 3000, task: 't1', attempt: 0, outputs: {} });
    assert.equal(await soon, undefined);
  });

  it('of one moment are told at once', async () => {
    const { tell, changed, node } = followed();
    const soon = changed();
    for (const id of ['t1', 't2', 't3']) tell({ type: 'task-ready', at: 2000, task: id });
    const nodes = await soon;
    for (const id of ['t1', 't2', 't3']) assert.ok(nodes?.includes(node.find(id) as Node));
  });

  it('are the run when a task turns into others, then these with what holds them', async () => {
    const { tell, changed, node } = followed();
    const instances = [{ id: 't150[n=1]', values: { n: 1 } }];
    let soon = changed();
    tell({ type: 'task-expanded', at: 2000, task: 't150', into: { type: 'matrix', instances } });
    assert.ok((await soon)?.includes(node));
    soon = changed();
    tell({ type: 'task-started', at: 2000, task: 't150[n=1]', attempt: 1 });
    const nodes = await soon;
    for (const id of ['t150', 't150[n=1]']) assert.ok(nodes?.includes(node.find(id) as Node), id);
  });

  /** The changes of one run of which the test tells the events. */
  function followed() {
    const held: HeldRun = runOf(tasks);
    const node: RunNode = runNode(held);
    const news = new EventEmitter<RunNews>();
    const runs = { onNews: news.event, live: () => [] };
    const changes = followRuns(
      runs,
      () => node,
      () => true,
    );
    return {
      node,
      tell(event: RunEvent) {
        applyEvent(held.run, event);
        news.fire({ held, event, here: true });
      },
      changed: () =>
        new Promise<Node[] | undefined>((resolve) => {
          const subscription = changes.onChange((nodes) => {
            subscription.dispose();
            resolve(nodes);
          });
        }),
    };
  }
});
