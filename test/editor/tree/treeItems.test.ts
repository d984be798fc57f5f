import assert from 'node:assert/strict';
import { type MarkdownString, ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import { type Node, runNode, type TaskNode } from '../../../src/editor/tree/nodes.ts';
import { taskTooltip } from '../../../src/editor/tree/tooltip.ts';
import { treeItem, workflowItem } from '../../../src/editor/tree/treeItems.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import { plannedTask, runOf } from '../rig/runOf.ts';

const events: readonly RunEvent[] = [
  { type: 'task-started', at: 2000, task: 'a', attempt: 1 },
  {
    type: 'task-failed',
    at: 3000,
    task: 'a',
    attempt: 1,
    failure: { reason: 'exit_code', code: 3 },
    tail: ['one', '`two` **bold**'],
  },
  { type: 'run-finished', at: 3000, outcome: 'failed' },
];

describe('the tree’s items', () => {
  const held = runOf([plannedTask('a'), plannedTask('b', 1)], events);
  const around = { runs: [held], isLive: () => false, now: 9000 };
  const run = runNode(held);

  it('are told apart by shape and by words, for every reader', () => {
    const item = treeItem(task('a'), around);
    assert.ok(item.iconPath instanceof ThemeIcon);
    assert.equal(item.iconPath.id, 'error');
    assert.equal(item.description, 'exit code 3 · 1.00 s');
    assert.equal(item.accessibilityInformation?.label, 'Task a, failed, exit code 3 · 1.00 s');
    assert.equal(item.contextValue, 'task:log');
    assert.equal(treeItem(task('b'), around).contextValue, 'task');
  });

  it('keep their ids, and differ in them from each other', () => {
    const nodes: Exclude<Node, { type: 'workflow' }>[] = [run, ...run.stages, task('a'), task('b')];
    const ids = nodes.map((node) => treeItem(node, around).id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      nodes.map((node) => treeItem(node, { ...around, now: 99_000 }).id),
      ids,
    );
  });

  it('offer what can be done', () => {
    assert.equal(workflowItem(held.uri, around).contextValue, 'workflow:failed');
    assert.equal(treeItem(run, around).contextValue, 'run:over:failed');
    const live = { ...around, isLive: () => true };
    assert.equal(workflowItem(held.uri, live).contextValue, 'workflow:live');
    assert.equal(treeItem(run, live).contextValue, 'run:live');
    const none = workflowItem(held.uri, { ...around, runs: [] });
    assert.equal(none.contextValue, 'workflow');
    assert.equal(none.collapsibleState, TreeItemCollapsibleState.None);
  });

  it('show the failure and the last lines on hover, as they were written', () => {
    const tooltip: MarkdownString = taskTooltip(task('a'), 9000);
    assert.match(tooltip.value, /exit code 3/);
    assert.match(tooltip.value, /```log\none\n`two` \*\*bold\*\*\n```/);
    assert.match(tooltip.value, /\[Show Log\]\(command:flow\.showLog\?/);
  });

  it('of tasks that turned into others fold, and have short names inside', () => {
    const instances = ['x', 'y'].map((n) => ({ id: `a[n=${n}]`, values: { n } }));
    const expanded: RunEvent = {
      type: 'task-expanded',
      at: 1500,
      task: 'a',
      into: { type: 'matrix', instances },
    };
    const started: RunEvent = { type: 'task-started', at: 2000, task: 'a[n=y]', attempt: 1 };
    const node = runNode(runOf([plannedTask('a'), plannedTask('b', 1)], [expanded, started]));
    const [parent, part] = ['a', 'a[n=y]'].map((id) => {
      const found = node.find(id);
      assert.ok(found);
      return treeItem(found, around);
    });
    assert.equal(parent?.collapsibleState, TreeItemCollapsibleState.Expanded);
    assert.equal(parent?.description, '0/2');
    assert.equal(parent?.accessibilityInformation?.label, 'Task a, running, 0/2');
    assert.equal(part?.label, '[n=y]');
    assert.equal(part?.contextValue, 'part:log');
    assert.equal(part?.accessibilityInformation?.label, 'Task a[n=y], running, 7 s');
  });

  it('of what waits for a person have the question, and offer to answer it', () => {
    const waiting: RunEvent = { type: 'task-waiting', at: 2000, task: 'a', message: 'Ship *it*?' };
    const node = runNode(runOf([plannedTask('a')], [waiting])).find('a');
    assert.ok(node);
    const item = treeItem(node, around);
    assert.ok(item.iconPath instanceof ThemeIcon);
    assert.equal(item.iconPath.id, 'person');
    assert.equal(item.description, 'Ship *it*?');
    assert.equal(item.contextValue, 'task:waiting');
    assert.match(taskTooltip(node, 9000).value, /\n\nShip \\\*it\\\*\?/);
  });

  function task(id: string): TaskNode {
    const node = run.find(id);
    assert.ok(node);
    return node;
  }
});
