import type { Size } from './geometry.ts';
import type { SceneTask } from './scene.ts';

/** A card; one that heads a frame; of a matrix, a line with room for a name, or of a large one an icon alone. */
export type Shape = 'card' | 'header' | 'chip' | 'cell';

const CHIP_HEIGHT = 24;
const CELL = 18;

/** More instances than these have no room for names. */
const MOST_CHIPS = 12;

/** `card` is the size of cards, whose width headers and chips have. */
export function sizeOf(shape: Shape, card: Size): Size {
  switch (shape) {
    case 'card':
    case 'header':
      return { width: card.width, height: card.height };
    case 'chip':
      return { width: card.width, height: CHIP_HEIGHT };
    case 'cell':
      return { width: CELL, height: CELL };
  }
}

/** How the instances of a matrix are drawn. Of those that are workflows each has a frame, once it has begun. */
export function instanceShape(tasks: readonly SceneTask[]): 'chip' | 'cell' {
  return tasks.length <= MOST_CHIPS || tasks.some(({ inside }) => inside !== undefined) ? 'chip' : 'cell';
}
