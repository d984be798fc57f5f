import type { Box, Direction, Size } from './geometry.ts';

/** Where the instances of a matrix are, in a drawing that begins at 0, 0. */
export interface Grid extends Size {
  /** In the order given; `layer` counts columns where needs lead right, rows where they lead down. */
  readonly places: readonly (Box & { readonly layer: number })[];
}

const GAPS = { chip: 6, cell: 4 } as const;

/** Line by line, in a few columns; icons alone fill a rectangle that is broader than high, frames about a square. */
export function grid(
  sizes: readonly Size[],
  shape: 'chip' | 'cell',
  { direction, nodeSize }: { readonly direction: Direction; readonly nodeSize: Size },
): Grid {
  const gap = GAPS[shape];
  const framed = sizes.some(({ height }) => height > nodeSize.height);
  const columns = framed
    ? frameColumns(sizes)
    : shape === 'chip'
      ? chipColumns(sizes.length)
      : cellColumns(sizes, gap, nodeSize.width);
  const across = Math.max(0, ...sizes.map(({ width }) => width)) + gap;
  const places: (Box & { layer: number })[] = [];
  let y = 0;
  for (let start = 0, row = 0; start < sizes.length; start += columns, row++) {
    const line = sizes.slice(start, start + columns);
    line.forEach(({ width, height }, column) => {
      places.push({ x: column * across, y, width, height, layer: direction === 'right' ? column : row });
    });
    y += Math.max(...line.map(({ height }) => height)) + gap;
  }
  const used = Math.min(columns, sizes.length);
  return { width: Math.max(used * across - gap, 0), height: Math.max(y - gap, 0), places };
}

/** Workflows that lead down are high, and stand beside each other; those that lead right are broad. */
function frameColumns(sizes: readonly Size[]): number {
  const [width, height] = [({ width }: Size) => width, ({ height }: Size) => height].map((of) =>
    Math.max(...sizes.map(of)),
  ) as [number, number];
  return Math.min(sizes.length, Math.max(1, Math.round(Math.sqrt((sizes.length * height) / width))));
}

function chipColumns(count: number): number {
  if (count <= 6) return 1;
  return count <= 12 ? 2 : Math.ceil(Math.sqrt(count / 2));
}

function cellColumns(sizes: readonly Size[], gap: number, width: number): number {
  const pitch = (sizes[0]?.width ?? 0) + gap;
  return Math.max(Math.floor((width + gap) / pitch), Math.ceil(Math.sqrt(sizes.length * 1.6)));
}
