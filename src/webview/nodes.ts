import { type EnterElement, type Selection, select } from 'd3';
import { CARD, type Card, cardOf, type Fonts } from '../drawing/card.ts';
import type { NodeBox } from '../drawing/geometry.ts';
import type { Layout } from '../drawing/layout.ts';
import { nodeLabel } from '../drawing/nodeWords.ts';
import type { Scene, SceneTask } from '../drawing/scene.ts';
import { cyclicTasks } from '../drawing/sceneEdges.ts';
import type { Group } from './canvas.ts';
import { moveDuration } from './motion.ts';
import { tooltip } from './tooltip.ts';

/** The tasks. Elements are kept by id, so that focus and place outlive every change of state. */
export interface Nodes {
  /** Puts nodes where a layout has them; to be called when the structure has changed. */
  place(layout: Layout): void;
  /** Writes the tasks' states into the nodes; touches only those that say something else than before. */
  patch(scene: Scene, now: number): void;
  /** Marks the task that the cursor is in. */
  select(id: string | undefined): void;
  /** Makes one node the one that Tab reaches. */
  makeReachable(id: string | undefined): void;
  focus(id: string): void;
  /** The task whose node holds this element. */
  idOf(target: EventTarget | null): string | undefined;
}

/** `file` is the workflow's, as a URI: commands in a node's context menu are told it. */
export function createNodes(group: Group, fonts: Fonts, file: string | undefined): Nodes {
  const written = new Map<string, string>();
  let width = 0;
  const all = () => group.selectAll<SVGGElement, NodeBox>('g.node');

  return {
    place(layout) {
      if (layout.nodes[0]?.width !== width) written.clear();
      width = layout.nodes[0]?.width ?? 0;
      all()
        .data(layout.nodes, ({ id }) => id)
        .join(
          (enter) => appendNode(enter, file).attr('transform', at),
          (update) => move(update),
          (exit) => {
            exit.each(({ id }) => written.delete(id));
            return exit.remove();
          },
        )
        .order()
        .select('rect')
        .attr('width', width);
    },
    patch(scene, now) {
      const cyclic = cyclicTasks(scene);
      const tasks = new Map(scene.tasks.map((task) => [task.id, task]));
      all().each(function (this: SVGGElement, { id }) {
        const task = tasks.get(id);
        if (task === undefined) return;
        const card = cardOf(task, cyclic.has(id), width, fonts, now);
        const label = nodeLabel(task, cyclic.has(id));
        const signature = JSON.stringify([card, label, task]);
        if (written.get(id) === signature) return;
        written.set(id, signature);
        write(select(this), card, task, label);
      });
    },
    select(id) {
      all()
        .classed('selected', (node) => node.id === id)
        .attr('aria-current', (node) => (node.id === id ? 'true' : null));
    },
    makeReachable(id) {
      all().attr('tabindex', (node) => (node.id === id ? 0 : -1));
    },
    focus(id) {
      all()
        .filter((node) => node.id === id)
        .node()
        ?.focus({ preventScroll: true });
    },
    idOf(target) {
      if (!(target instanceof Element)) return undefined;
      const node = target.closest<SVGGElement>('g.node');
      return node === null ? undefined : select<SVGGElement, NodeBox>(node).datum().id;
    },
  };

  function write(
    node: Selection<SVGGElement, unknown, null, undefined>,
    card: Card,
    task: SceneTask,
    label: string,
  ): void {
    const selected = node.classed('selected');
    node
      .attr('class', ['node', ...card.classes].join(' '))
      .classed('selected', selected)
      .attr('aria-label', label);
    node.select('title').text(tooltip(task));
    node.select('.icon').attr('d', card.icon);
    node.select('.kind').attr('d', card.kind).attr('transform', kindPlace(width));
    node.select('.name').text(card.name);
    node
      .select('.attempt')
      .attr('x', width - CARD.attempt.right)
      .text(card.attempt);
    node.select('.detail').text(card.detail);
    node
      .select('.time')
      .attr('x', width - CARD.time.right)
      .text(card.time);
  }
}

type Drawn = Selection<SVGGElement, NodeBox, SVGGElement, unknown>;

/** So many nodes that to see them all move would tell nothing. */
const MANY = 200;

function move(nodes: Drawn): Drawn {
  nodes.interrupt();
  const duration = moveDuration();
  if (duration === 0 || nodes.size() > MANY) return nodes.attr('transform', at);
  nodes.transition().duration(duration).attr('transform', at);
  return nodes;
}

function at({ x, y }: NodeBox): string {
  return `translate(${x}, ${Math.round(y)})`;
}

function kindPlace(width: number): string {
  return `translate(${width - CARD.kind.right},${CARD.kind.y}) scale(${CARD.kind.scale})`;
}

function appendNode(
  enter: Selection<EnterElement, NodeBox, SVGGElement, unknown>,
  uri: string | undefined,
): Drawn {
  const node = enter.append('g').attr('class', 'node').attr('role', 'button').attr('tabindex', -1);
  // VS Code shows the menu that the extension contributes for this section.
  node.attr('data-vscode-context', ({ id: task }) =>
    JSON.stringify({ webviewSection: 'task', preventDefaultContextMenuItems: true, uri, task }),
  );
  node.append('title');
  node.append('rect').attr('class', 'card').attr('height', CARD.height).attr('rx', CARD.radius);
  const { x, y } = CARD.icon;
  const icon = node.append('g').attr('transform', `translate(${x},${y})`);
  icon.append('path').attr('class', 'icon');
  node.append('path').attr('class', 'kind');
  node.append('text').attr('class', 'name').attr('x', CARD.text).attr('y', CARD.nameBaseline);
  node.append('text').attr('class', 'attempt').attr('y', CARD.nameBaseline);
  node.append('text').attr('class', 'detail').attr('x', CARD.text).attr('y', CARD.detailBaseline);
  node.append('text').attr('class', 'time').attr('y', CARD.detailBaseline);
  return node;
}
