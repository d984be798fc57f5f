import type { Point, Size } from './geometry.ts';
import type { Shape } from './shape.ts';

/** Where the parts of a node are, from its upper left corner, in pixels. */
export interface Spots {
  readonly radius: number;
  /** Upper left corners, and how large an icon of 16 is drawn. */
  readonly icon: Spot & { readonly scale: number };
  readonly kind: Spot & { readonly scale: number };
  /** Where texts begin, on their baselines. */
  readonly name: Spot;
  readonly detail: Spot;
  /** Where texts end. */
  readonly attempt: Spot;
  readonly time: Spot;
  /** The bar of how far it is. */
  readonly bar: Spot & Size;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What the size of cards is worked out from. */
export const CARD = { height: 46, text: 34, attemptRight: 30 } as const;

export function spotsOf(shape: Shape, { width, height }: Size): Spots {
  const at = (...[x, y]: Point): Spot => ({ x, y });
  switch (shape) {
    case 'card':
    case 'header':
      return {
        radius: 5,
        icon: { ...at(10, 6.5), scale: 1 },
        kind: { ...at(width - 24, 8), scale: 0.8 },
        name: at(CARD.text, 19),
        detail: at(CARD.text, 36),
        attempt: at(width - CARD.attemptRight, 19),
        time: at(width - 11, 36),
        bar: { ...at(6, height - 4.5), width: width - 12, height: 2.5 },
      };
    case 'chip':
      return {
        radius: 4,
        icon: { ...at(6, 5.6), scale: 0.8 },
        kind: { ...at(0, 0), scale: 0 },
        name: at(25, 16),
        detail: at(0, 0),
        attempt: at(0, 0),
        time: at(width - 8, 16),
        bar: { ...at(5, height - 3.5), width: width - 10, height: 2 },
      };
    case 'cell':
      return {
        radius: 3,
        icon: { ...at(2.6, 2.6), scale: 0.8 },
        kind: { ...at(0, 0), scale: 0 },
        name: at(0, 0),
        detail: at(0, 0),
        attempt: at(0, 0),
        time: at(0, 0),
        bar: { ...at(0, 0), width: 0, height: 0 },
      };
  }
}
