import { cardSize, type Fonts } from '../drawing/card.ts';
import type { Direction } from '../drawing/geometry.ts';
import { type Layout, layOut } from '../drawing/layout.ts';
import { allTasks, type Scene } from '../drawing/scene.ts';
import { cyclicTasks } from '../drawing/sceneEdges.ts';
import { anchorOf } from './anchor.ts';
import { drawBands } from './bands.ts';
import { createCanvas } from './canvas.ts';
import { fittingDirection } from './direction.ts';
import { createEdges } from './edges.ts';
import { createFrames } from './frames.ts';
import type { Host } from './host.ts';
import { createNodes } from './nodes.ts';
import { structureOf } from './structure.ts';
import type { ViewState } from './viewState.ts';
import { stepOf, walk } from './walk.ts';
import { createZoom, type Zoom } from './zoom.ts';

/** The graph itself: lays a scene out when its structure changes, and otherwise only writes states into it. */
export interface GraphDrawing {
  /** `run` is the id of the run that the states are of. */
  show(scene: Scene, now: number, run: string | undefined): void;
  /** Marks a task, or none, and brings it into sight. */
  select(id: string | undefined): void;
  /** Draws in the other direction, and returns it. */
  turn(): Direction;
  readonly direction: () => Direction;
  readonly zoom: Zoom;
  /** The node that has the keyboard's focus. */
  focused(): string | undefined;
  focus(id: string): void;
  /** Moves the focus as a key asks, if it is a key that does; returns whether it is. */
  walk(from: string, key: string): boolean;
}

export interface DrawingEvents {
  clicked(task: string): void;
  /** Hears what is to be remembered of pan and zoom. */
  zoomed(zoom: ViewState['zoom']): void;
}

export function createGraphDrawing(
  parent: HTMLElement,
  fonts: Fonts,
  { before, file }: Pick<Host, 'before' | 'file'>,
  events: DrawingEvents,
): GraphDrawing {
  const canvas = createCanvas(parent);
  const frames = createFrames(canvas.frames);
  const edges = createEdges(canvas.edges);
  const nodes = createNodes(canvas.nodes, fonts, file);
  const zoom = createZoom(canvas, before.zoom, events.zoomed);
  let { direction } = before;
  let shown: Scene = { tasks: [], cycles: [] };
  let layout: Layout | undefined;
  let structure: string | undefined;
  let selected: string | undefined;

  const boxOf = (id: string | undefined) => layout?.nodes.find((node) => node.id === id);
  const focused = () => nodes.idOf(document.activeElement);
  const emphasize = (id: string | undefined) => edges.emphasize(id ?? focused() ?? selected);
  canvas.nodes
    .on('click', ({ target }: MouseEvent) => {
      const id = nodes.idOf(target);
      if (id !== undefined) events.clicked(id);
    })
    .on('pointerover', ({ target }: PointerEvent) => emphasize(nodes.idOf(target)))
    .on('pointerout', () => emphasize(undefined));
  // Not on the group: an SVG element that listens for focus takes a place in the order of Tab.
  parent.addEventListener('focusin', ({ target }) => {
    const id = nodes.idOf(target);
    if (id !== undefined) nodes.makeReachable(id);
    emphasize(undefined);
  });
  parent.addEventListener('focusout', () => emphasize(undefined));
  new ResizeObserver(() => zoom.resized()).observe(parent);

  function place(): void {
    const nodeSize = cardSize(shown, fonts);
    if (direction === undefined && shown.tasks.length > 0) {
      const { clientWidth: width, clientHeight: height } = parent;
      direction = fittingDirection(shown, nodeSize, { width, height });
    }
    const was = layout;
    const focus = focused();
    layout = layOut(shown, { direction: direction ?? 'right', nodeSize });
    drawBands(canvas.bands, layout, 'outer');
    frames.place(layout);
    edges.place(layout);
    nodes.place(layout);
    nodes.select(selected);
    // A node that had to change places in the document has lost the focus by that.
    if (focus !== undefined && focused() !== focus) nodes.focus(focus);
    nodes.makeReachable((boxOf(focus ?? selected) ?? layout.nodes[0])?.id);
    zoom.setDrawing(layout, was && anchorOf(was, layout, [focus, selected], zoom.middle()));
  }

  return {
    show(scene, now, run) {
      shown = scene;
      const tasks = new Map(allTasks(scene).map((task) => [task.id, task]));
      const next = structureOf(scene);
      if (next !== structure) {
        structure = next;
        place();
        canvas.svg.attr('aria-label', `Workflow graph, ${tasks.size} tasks`);
      }
      nodes.patch(tasks, { cyclic: cyclicTasks(scene), now, run });
      frames.patch(tasks);
      edges.patch(scene);
      emphasize(undefined);
    },
    select(id) {
      if (id === selected) return;
      selected = id;
      nodes.select(id);
      emphasize(undefined);
      const box = boxOf(id);
      if (box === undefined) return;
      if (focused() === undefined) nodes.makeReachable(box.id);
      zoom.reveal(box);
    },
    turn() {
      direction = direction === 'down' ? 'right' : 'down';
      place();
      zoom.fit();
      return direction;
    },
    direction: () => direction ?? 'right',
    zoom,
    focused,
    focus: nodes.focus,
    walk(from, key) {
      const step = stepOf(key, direction ?? 'right');
      if (step === undefined || layout === undefined) return false;
      const box = boxOf(walk(layout, from, step));
      if (box !== undefined) {
        nodes.focus(box.id);
        zoom.reveal(box);
      }
      return true;
    },
  };
}
