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

/** Where needs lead: stages are columns (`right`) or rows (`down`). */
export type Direction = 'right' | 'down';

/** A drawing seen along its direction (main, from layer to layer) and across it (cross), in place of x and y. */
export interface Axes {
  readonly direction: Direction;
  /** Room between nodes. */
  readonly mainGap: number;
  readonly crossGap: number;
  /** Room around the nodes along and across the direction; stages have their names in it. */
  readonly lead: number;
  readonly margin: number;
  point(main: number, cross: number): Point;
  mainOf(box: Box): number;
  crossOf(box: Box): number;
  mainExtent(size: Size): number;
  crossExtent(size: Size): number;
  box(main: number, cross: number, size: Size): Box;
  size(main: number, cross: number): Size;
}

/** Of a whole drawing, or of a smaller one inside a node: that has stages without names, but for `finally`. */
export function axesOf(direction: Direction, place: 'outer' | 'inner' | 'inner with names' = 'outer'): Axes {
  const right = direction === 'right';
  const outer = place === 'outer';
  const mainGap = (right ? 64 : 56) - (outer ? 0 : 20);
  const point = (main: number, cross: number): Point => (right ? [main, cross] : [cross, main]);
  return {
    direction,
    mainGap,
    crossGap: outer ? (right ? 20 : 28) : 14,
    lead: outer ? mainGap / 2 : 0,
    margin: outer ? 36 : place === 'inner with names' && right ? 18 : 0,
    point,
    mainOf: ({ x, y }) => (right ? x : y),
    crossOf: ({ x, y }) => (right ? y : x),
    mainExtent: ({ width, height }) => (right ? width : height),
    crossExtent: ({ width, height }) => (right ? height : width),
    box(main, cross, size) {
      const [x, y] = point(main, cross);
      return { x, y, width: size.width, height: size.height };
    },
    size(main, cross) {
      const [width, height] = point(main, cross);
      return { width, height };
    },
  };
}

/** Where each layer begins along the direction, and how far its broadest node reaches. */
export interface LayerPlaces {
  readonly starts: readonly number[];
  readonly extents: readonly number[];
}

export function layerPlaces(extents: readonly number[], { lead, mainGap }: Axes): LayerPlaces {
  let start = lead;
  const starts = extents.map((extent) => {
    const here = start;
    start += extent + mainGap;
    return here;
  });
  return { starts, extents };
}
