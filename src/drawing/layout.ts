import { axesOf, type Direction, type Size } from './geometry.ts';
import { grid } from './grid.ts';
import { type EdgeLine, layOutLevel } from './level.ts';
import type { Scene, SceneTask } from './scene.ts';
import { instanceShape, type Shape, sizeOf } from './shape.ts';
import { type Band, type Frame, inLayer, joined, moved, type NodeBox, type Sheet } from './sheet.ts';
import { bandsOf } from './stageBands.ts';

/** Where everything of a scene is drawn, in a drawing that begins at 0, 0. */
export interface Layout extends Size {
  readonly direction: Direction;
  /** In the scene's order, each followed by what it turned into. */
  readonly nodes: readonly NodeBox[];
  /** Around each task that turned into others and these, outer ones first. Edges lead to them. */
  readonly frames: readonly Frame[];
  readonly edges: readonly EdgeLine[];
  /** The stages from the first, each as broad as the drawing, then `finally`. Empty where a cycle leaves no stages. */
  readonly bands: readonly Band[];
}

export interface LayoutOptions {
  readonly direction: Direction;
  /** Of every card. */
  readonly nodeSize: Size;
}

/**
 * A layered drawing: stage after stage, and in a task that turned into others these in turn. It is the same for the
 * same scene: but for that, what a run does to the tasks has no part in it.
 */
export function layOut(scene: Scene, { direction, nodeSize }: LayoutOptions): Layout {
  const sheet = drawTasks(scene, { direction, nodeSize }, undefined);
  return { direction, ...sheet, bands: scene.cycles.length > 0 ? [] : sheet.bands };
}

const PADDING = 10;
const HEADER_GAP = 6;

/** A workflow's tasks: the run's own, or those of a nested one, in the frame of `parent`. */
function drawTasks(
  scene: Pick<Scene, 'tasks' | 'cycles'>,
  options: LayoutOptions,
  parent: string | undefined,
): Sheet {
  const named = scene.tasks.some((task) => task.finally) ? 'inner with names' : 'inner';
  const axes = axesOf(options.direction, parent === undefined ? 'outer' : named);
  const sheets = new Map(
    scene.tasks.map((task) => {
      const isLoose = task.finally === true && task.needs.length === 0;
      return [task.id, drawTask(task, { shape: 'card', isLoose, parent }, options)];
    }),
  );
  const level = layOutLevel(scene, sheets, axes);
  const placed = [...sheets].flatMap(([id, sheet]) => {
    const place = level.places.get(id);
    return place === undefined ? [] : moved(inLayer(sheet, place.layer), place.box);
  });
  const whole = joined(placed, level);
  return {
    ...whole,
    edges: [...level.edges, ...whole.edges],
    bands: [...bandsOf(scene.tasks, level, axes, parent !== undefined), ...whole.bands],
  };
}

/** A task by itself, or with the frame of what it turned into. */
function drawTask(
  { id, inside }: SceneTask,
  {
    shape,
    isLoose,
    parent,
  }: { readonly shape: Shape; readonly isLoose: boolean; readonly parent: string | undefined },
  options: LayoutOptions,
): Sheet {
  const within = { ...(isLoose && { loose: true as const }), ...(parent !== undefined && { parent }) };
  if (inside === undefined) {
    const size = sizeOf(shape, options.nodeSize);
    const node: NodeBox = { id, layer: 0, shape, x: 0, y: 0, ...size, ...within };
    return { ...size, nodes: [node], frames: [], edges: [], bands: [] };
  }
  const content =
    inside.of === 'workflow'
      ? drawTasks({ tasks: inside.tasks, cycles: [] }, options, id)
      : drawInstances(inside.tasks, options, id);
  const { width: least, height: head } = options.nodeSize;
  const width = Math.max(least, content.width) + 2 * PADDING;
  const height = head + HEADER_GAP + content.height + PADDING;
  const below = moved(content, { x: (width - content.width) / 2, y: head + HEADER_GAP });
  const header: NodeBox = { id, layer: 0, shape: 'header', x: 0, y: 0, width, height: head, ...within };
  return {
    ...below,
    width,
    height,
    nodes: [header, ...below.nodes],
    frames: [{ id, x: 0, y: 0, width, height }, ...below.frames],
  };
}

function drawInstances(tasks: readonly SceneTask[], options: LayoutOptions, parent: string): Sheet {
  const shape = instanceShape(tasks);
  const sheets = tasks.map((task) => drawTask(task, { shape, isLoose: true, parent }, options));
  const { width, height, places } = grid(sheets, shape, options);
  const placed = sheets.flatMap((sheet, i) => {
    const place = places[i];
    return place === undefined ? [] : moved(inLayer(sheet, place.layer), place);
  });
  return joined(placed, { width, height });
}
