import { type Disposable, type Event, EventEmitter } from 'vscode';
import { coalesce } from '../coalesce.ts';
import type { HeldRun, RunNews } from '../runs/heldRun.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { inOrder, isOpen, stageAbove } from './folding.ts';
import { type Node, parentsOf, type RunNode, type StageNode, type TaskNode } from './nodes.ts';
import { progressOf, stageState, stateOf } from './states.ts';
import { runDetails } from './words.ts';

export interface TreeChanges extends Disposable {
  /** `undefined` stands for the whole tree. */
  readonly onChange: Event<Node[] | undefined>;
  everything(): void;
}

/**
 * How often the tree follows its runs, ms. VS Code puts a change off while the next one comes within 200 ms: told
 * more often than that, it would show nothing until a run is over.
 */
const FOLLOW = 250;

/** How often a running task's duration moves on, ms. */
const TICK = 1000;

/**
 * Which nodes look different after what happened. VS Code asks for a changed node's children again, so a run
 * of 500 tasks changes as a whole only when it begins and ends, or people are asked; in between, its tasks do, and a stage, or a task that
 * turned into others, when its own words or its icon are others than before.
 */
export function followRuns(
  runs: Pick<HeldRuns, 'onNews' | 'live'>,
  nodeOf: (held: HeldRun) => RunNode,
  isVisible: () => boolean,
): TreeChanges {
  const change = new EventEmitter<Node[] | undefined>();
  const changed = new Set<Node>();
  /** What holds something that changed, with what holds itself. */
  const touched = new Map<StageNode | TaskNode, Node>();
  const looks = new WeakMap<StageNode | TaskNode, string>();
  /** What the rows of a run and its workflow say while it goes on. */
  const runLooks = new WeakMap<HeldRun, string>();
  let all = false;
  let ticking: NodeJS.Timeout | undefined;
  const flush = coalesce(FOLLOW, () => {
    for (const [node, holder] of touched) noteHolder(node, holder);
    if (all) change.fire(undefined);
    else if (isVisible() && changed.size > 0) change.fire([...changed]);
    changed.clear();
    touched.clear();
    all = false;
    keepTicking();
  });
  const news = runs.onNews(note);

  return {
    onChange: change.event,
    everything() {
      all = true;
      flush.request();
    },
    dispose() {
      clearInterval(ticking);
      for (const part of [change, flush, news]) part.dispose();
    },
  };

  function note({ event, held }: RunNews): void {
    if (event.type === 'task-output') return;
    const look = runDetails(held.run);
    if ((runLooks.get(held) ?? 'running') !== look) all = true;
    runLooks.set(held, look);
    if (event.type === 'run-started' || event.type === 'run-resumed' || event.type === 'run-finished')
      all = true;
    else if (event.task === undefined) changed.add(nodeOf(held));
    else noteTask(nodeOf(held), event.task, event.type === 'task-expanded');
    flush.request();
  }

  function noteTask(run: RunNode, id: string, expanded: boolean): void {
    const task = run.find(id);
    if (task === undefined) return;
    changed.add(task);
    const parents = parentsOf(task, run);
    const stage = stageAbove(parents[0] ?? task, run);
    const holders = stage === undefined ? parents : [stage, ...parents];
    holders.forEach((holder, i) => {
      touched.set(holder, holders[i - 1] ?? run);
    });
    // Its row becomes one that folds, and the run may have become a large one by it.
    if (expanded) changed.add(run);
  }

  function noteHolder(node: StageNode | TaskNode, holder: Node): void {
    const open = isOpen(node);
    const tasks = node.type === 'stage' ? node.tasks : node.parts;
    const state = node.type === 'stage' ? stageState(tasks) : stateOf(node);
    const order = inOrder(node).map(({ task }) => task);
    const look = [open, state, progressOf(tasks), ...order].join();
    const before = looks.get(node);
    looks.set(node, look);
    if (before?.startsWith(`${open},`) === false) changed.add(holder);
    else if (before !== look) changed.add(node);
  }

  /** The clock goes only while someone can see it. */
  function keepTicking(): void {
    const wanted = isVisible() && runs.live().length > 0;
    if (wanted) ticking ??= setInterval(tick, TICK);
    else {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  function tick(): void {
    for (const held of runs.live()) {
      const { find } = nodeOf(held);
      for (const [id, { state, children }] of held.run.tasks) {
        const node = state === 'running' && children === undefined ? find(id) : undefined;
        if (node !== undefined) changed.add(node);
      }
    }
    flush.request();
  }
}
