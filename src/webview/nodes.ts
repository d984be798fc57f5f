import { select } from 'd3';
import { cardOf, type Fonts } from '../drawing/card.ts';
import type { Layout } from '../drawing/layout.ts';
import { nodeLabel } from '../drawing/nodeWords.ts';
import type { SceneTask } from '../drawing/scene.ts';
import type { NodeBox } from '../drawing/sheet.ts';
import type { Group } from './canvas.ts';
import { menuContext } from './menuContext.ts';
import { moveDuration } from './motion.ts';
import { appendNode, type Drawn, writeCard } from './nodeElement.ts';
import { tooltip } from './tooltip.ts';

/** The tasks. Elements are kept by id, so that focus and place outlive every change of state. */
export interface Nodes {
  /** Puts nodes where a layout has them; to be called when the structure has changed. */
  place(layout: Layout): void;
  /** Writes the tasks' states into the nodes; touches only those that say something else than before. */
  patch(tasks: ReadonlyMap<string, SceneTask>, shown: Shown): void;
  /** Marks the task that the cursor is in. */
  select(id: string | undefined): void;
  /** Makes one node the one that Tab reaches. */
  makeReachable(id: string | undefined): void;
  focus(id: string): void;
  /** The task whose node holds this element. */
  idOf(target: EventTarget | null): string | undefined;
}

export interface Shown {
  readonly cyclic: ReadonlySet<string>;
  /** ms since the epoch */
  readonly now: number;
  /** The id of the run that the states are of. */
  readonly run: string | undefined;
}

/** `file` is the workflow's, as a URI: commands in a node's context menu are told it. */
export function createNodes(group: Group, fonts: Fonts, file: string | undefined): Nodes {
  const written = new Map<string, string>();
  const all = () => group.selectAll<SVGGElement, NodeBox>('g.node');

  return {
    place(layout) {
      all()
        .data(layout.nodes, ({ id }) => id)
        .join(
          (enter) => appendNode(enter).attr('transform', at),
          (update) => move(update),
          (exit) => {
            exit.each(({ id }) => written.delete(id));
            return exit.remove();
          },
        )
        .order();
    },
    patch(tasks, { cyclic, now, run }) {
      all().each(function (this: SVGGElement, box) {
        const task = tasks.get(box.id);
        if (task === undefined) return;
        const isCyclic = cyclic.has(box.id);
        const card = cardOf(task, isCyclic, box, fonts, now);
        const label = nodeLabel(task, isCyclic);
        const context = menuContext(task, file, run);
        const signature = JSON.stringify([card, label, context, task, box.width, box.height]);
        if (written.get(box.id) === signature) return;
        written.set(box.id, signature);
        const node = select(this);
        writeCard(node, card, box);
        node.attr('aria-label', label).attr('data-vscode-context', context);
        node.select('title').text(tooltip(task));
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
}

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
