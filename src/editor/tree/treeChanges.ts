import { type Disposable, type Event, EventEmitter } from 'vscode';
import { coalesce } from '../coalesce.ts';
import type { HeldRun, HeldRuns, RunNews } from '../runs/heldRuns.ts';
import { isFlat, isOpenStage, type Node, type RunNode, type StageNode, tasksInOrder } from './nodes.ts';
import { stageDetails, stageState } from './words.ts';

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
 * of 500 tasks changes as a whole only when it begins and ends; in between, its tasks do, and a stage when its
 * own words or its icon are others than before.
 */
export function followRuns(
  runs: Pick<HeldRuns, 'onNews' | 'live'>,
  nodeOf: (held: HeldRun) => RunNode,
  isVisible: () => boolean,
): TreeChanges {
  const change = new EventEmitter<Node[] | undefined>();
  const changed = new Set<Node>();
  const touched = new Map<StageNode, RunNode>();
  const looks = new WeakMap<StageNode, string>();
  let all = false;
  let ticking: NodeJS.Timeout | undefined;
  const flush = coalesce(FOLLOW, () => {
    for (const [stage, run] of touched) noteStage(stage, run);
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
    if (event.type === 'run-started' || event.type === 'run-resumed' || event.type === 'run-finished')
      all = true;
    else if (event.task === undefined) changed.add(nodeOf(held));
    else noteTask(nodeOf(held), event.task);
    flush.request();
  }

  function noteTask(run: RunNode, id: string): void {
    const task = run.tasks.get(id);
    if (task === undefined) return;
    changed.add(task);
    const stage = run.stages.find(({ stage }) => stage === task.state.task.stage);
    if (stage !== undefined && !isFlat(run)) touched.set(stage, run);
  }

  function noteStage(stage: StageNode, run: RunNode): void {
    const open = isOpenStage(stage);
    const states = stage.tasks.map(({ state }) => state);
    const order = tasksInOrder(stage).map(({ task }) => task);
    const look = [open, stageState(states), stageDetails(states), ...order].join();
    const before = looks.get(stage);
    looks.set(stage, look);
    if (before?.startsWith(`${open},`) === false) changed.add(run);
    else if (before !== look) changed.add(stage);
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
      const { tasks } = nodeOf(held);
      for (const node of tasks.values()) {
        if (node.state.state === 'running') changed.add(node);
      }
    }
    flush.request();
  }
}
