import { Disposable, type TreeItem, type TreeView, type Uri, window, workspace } from 'vscode';
import { setContextKey } from '../names/contextKeys.ts';
import { WORKFLOWS_VIEW } from '../names/identifiers.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import type { WorkflowFiles } from '../workflowFiles.ts';
import { inOrder, isFlat, stageAbove } from './folding.ts';
import { type Node, parentsOf, type RunNode, runNode, type WorkflowNode } from './nodes.ts';
import { taskTooltip } from './tooltip.ts';
import { followRuns } from './treeChanges.ts';
import { treeItem, workflowItem } from './treeItems.ts';

/** How many runs are listed under a workflow. */
const LISTED_RUNS = 5;

/** The view of the workspace's workflows, with their latest runs, stages and tasks. Reads nothing until it is shown. */
export function showWorkflowTree(runs: HeldRuns, files: WorkflowFiles): Disposable {
  const workflows = new Map<string, WorkflowNode>();
  const runNodes = new WeakMap<HeldRun, RunNode>();
  const changes = followRuns(runs, nodeOf, () => view.visible);
  const view: TreeView<Node> = window.createTreeView(WORKFLOWS_VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.onChange,
      getTreeItem: (node) => itemOf(node),
      getChildren: (node) => (node === undefined ? roots() : childrenOf(node)),
      getParent: parentOf,
      resolveTreeItem(item, node) {
        if (node.type === 'task') item.tooltip = taskTooltip(node, Date.now());
        return item;
      },
    },
  });
  sayRestricted();
  return Disposable.from(
    view,
    changes,
    files.onChange(changes.everything),
    runs.onListChange(changes.everything),
    view.onDidChangeVisibility(changes.everything),
    workspace.onDidGrantWorkspaceTrust(sayRestricted),
  );

  async function roots(): Promise<Node[]> {
    const [found] = await Promise.all([files.list(), runs.readEarlier()]);
    const ran = runs.list().filter(({ run }) => run.process.pid === process.pid); // in this window, from anywhere
    const uris = new Map([...found, ...ran.map(({ uri }) => uri)].map((uri) => [String(uri), uri]));
    setContextKey('flow.noWorkflows', uris.size === 0);
    return [...uris.values()].map(workflowNode);
  }

  function childrenOf(node: Node): Node[] {
    switch (node.type) {
      case 'workflow':
        return runs.list(node.uri).slice(0, LISTED_RUNS).map(nodeOf);
      case 'run':
        return isFlat(node) ? node.stages.flatMap(inOrder) : [...node.stages];
      case 'stage':
      case 'task':
        return [...inOrder(node)];
    }
  }

  function parentOf(node: Node): Node | undefined {
    if (node.type === 'workflow') return undefined;
    if (node.type === 'run') return workflowNode(node.uri);
    const run = nodeOf(node.held);
    if (node.type !== 'task') return run;
    return parentsOf(node, run).at(-1) ?? stageAbove(node, run) ?? run;
  }

  function itemOf(node: Node): TreeItem {
    const around = { runs: runs.list(node.uri), isLive: runs.isLive, now: Date.now() };
    return node.type === 'workflow' ? workflowItem(node.uri, around) : treeItem(node, around);
  }

  function nodeOf(held: HeldRun): RunNode {
    const known = runNodes.get(held) ?? runNode(held);
    runNodes.set(held, known);
    return known;
  }

  function workflowNode(uri: Uri): WorkflowNode {
    const known = workflows.get(String(uri)) ?? { type: 'workflow', uri };
    workflows.set(String(uri), known);
    return known;
  }

  function sayRestricted(): void {
    if (workspace.isTrusted) view.message = '';
    else
      view.message = 'Restricted Mode: workflows can be written here, and run once the workspace is trusted.';
  }
}
