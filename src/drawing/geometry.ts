export type Point = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `x`, `y` is the upper left corner. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Where a task is drawn. */
export interface NodeBox extends Box {
  readonly id: string;
  /** Counts from 0; the task's stage where there is no cycle. */
  readonly layer: number;
}

/** Where needs lead: stages are columns (`right`) or rows (`down`). */
export type Direction = 'right' | 'down';

/** A drawing seen along its direction (main, from layer to layer) and across it (cross), in place of x and y. */
export interface Axes {
  /** A node's extent, and the room between nodes. */
  readonly main: number;
  readonly cross: number;
  readonly mainGap: number;
  readonly crossGap: number;
  /** Room around the nodes across the direction; stages have their names in it. */
  readonly margin: number;
  point(main: number, cross: number): Point;
  mainOf(box: Box): number;
  crossOf(box: Box): number;
  /** A node's box from its layer and its middle across. */
  box(layer: number, middle: number): Box;
  /** All of a layer, `breadth` across. */
  band(layer: number, breadth: number): Box;
  size(layers: number, breadth: number): Size;
}

export function axesOf(direction: Direction, node: Size): Axes {
  const right = direction === 'right';
  const [main, cross] = right ? [node.width, node.height] : [node.height, node.width];
  const mainGap = right ? 64 : 56;
  const pitch = main + mainGap;
  const size = (along: number, across: number): Size =>
    right ? { width: along, height: across } : { width: across, height: along };
  const point = (along: number, across: number): Point => (right ? [along, across] : [across, along]);
  const box = (along: number, across: number, extent: Size): Box => {
    const [x, y] = point(along, across);
    return { x, y, ...extent };
  };
  return {
    main,
    cross,
    mainGap,
    crossGap: right ? 20 : 28,
    margin: 36,
    point,
    mainOf: ({ x, y }) => (right ? x : y),
    crossOf: ({ x, y }) => (right ? y : x),
    box: (layer, middle) => box(layer * pitch + mainGap / 2, middle - cross / 2, node),
    band: (layer, breadth) => box(layer * pitch, 0, size(pitch, breadth)),
    size: (layers, breadth) => size(layers * pitch, breadth),
  };
}
