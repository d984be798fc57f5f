import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { type RunNode, runNode, type TaskNode } from '../../../../src/editor/tree/nodes.ts';
import type { Story } from '../../report/support/story.ts';

/** The tree of a told run. The nodes carry its file's URI, and never look into it. */
export function treeOf({ run }: Story): RunNode {
  return runNode({ uri: { scheme: 'file' } as Uri, folder: '/runs/r1', run });
}

export function taskIn(tree: RunNode, id: string): TaskNode {
  const node = tree.find(id);
  assert.ok(node, id);
  return node;
}

/** `Stage 1: a b`, line by line, with what is inside of a task behind it. */
export function linesOf(tree: RunNode): readonly string[] {
  const told = ({ task, parts }: TaskNode): string =>
    parts.length === 0 ? task : `${task} (${parts.map(told).join(' ')})`;
  return tree.stages.map(({ stage, tasks }) => `${stage}: ${tasks.map(told).join(' ')}`);
}
