import type { Box, Point, Size } from './geometry.ts';
import type { EdgeLine } from './level.ts';
import type { Shape } from './shape.ts';

/** A piece of a drawing, from 0, 0. */
export interface Sheet extends Size {
  readonly nodes: readonly NodeBox[];
  readonly frames: readonly Frame[];
  readonly edges: readonly EdgeLine[];
  readonly bands: readonly Band[];
}

/** Where a task is drawn. */
export interface NodeBox extends Box {
  readonly id: string;
  /** Counts from 0 among the tasks beside it; the task's stage where there is no cycle. */
  readonly layer: number;
  readonly shape: Shape;
  /** No edges lead to it from the layers before, because it is an instance of a matrix, or the first of `finally`. */
  readonly loose?: true;
  /** The task whose frame it is in. */
  readonly parent?: string;
}

export interface Frame extends Box {
  readonly id: string;
}

export interface Band extends Box {
  readonly title: string;
  /** Counts from 0, for stripes; absent inside a frame. */
  readonly stripe?: number;
  readonly finally: boolean;
}

/** Pieces that have their places already, as one. */
export function joined(sheets: readonly Sheet[], { width, height }: Size): Sheet {
  return {
    width,
    height,
    nodes: sheets.flatMap(({ nodes }) => nodes),
    frames: sheets.flatMap(({ frames }) => frames),
    edges: sheets.flatMap(({ edges }) => edges),
    bands: sheets.flatMap(({ bands }) => bands),
  };
}

/** The sheet's own node, which is its first, in the layer that the sheet is put in. */
export function inLayer(sheet: Sheet, layer: number): Sheet {
  return { ...sheet, nodes: sheet.nodes.map((node, i) => (i === 0 ? { ...node, layer } : node)) };
}

export function moved(
  sheet: Sheet,
  { x: right, y: down }: { readonly x: number; readonly y: number },
): Sheet {
  const move = <B extends Box>(box: B): B => ({ ...box, x: box.x + right, y: box.y + down });
  return {
    ...sheet,
    nodes: sheet.nodes.map(move),
    frames: sheet.frames.map(move),
    edges: sheet.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(([x, y]): Point => [x + right, y + down]),
    })),
    bands: sheet.bands.map(move),
  };
}
