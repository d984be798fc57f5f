import type { Direction } from '../drawing/geometry.ts';
import { isRecord } from './isRecord.ts';

/** What a person has chosen in the view, kept by VS Code while the view is hidden and over reloads. */
export interface ViewState {
  /** Absent until chosen: then the view takes what fits its shape. */
  readonly direction?: Direction;
  /** Absent while the whole graph is kept in sight. */
  readonly zoom?: { readonly x: number; readonly y: number; readonly k: number };
}

/** Reads what an earlier version of the view may have left. */
export function readViewState(value: unknown): ViewState {
  if (!isRecord(value)) return {};
  const { direction, zoom } = value;
  return {
    ...((direction === 'right' || direction === 'down') && { direction }),
    ...(isZoom(zoom) && { zoom: { x: zoom.x, y: zoom.y, k: zoom.k } }),
  };
}

function isZoom(value: unknown): value is { x: number; y: number; k: number } {
  return (
    isRecord(value) && [value['x'], value['y'], value['k']].every(Number.isFinite) && Number(value['k']) > 0
  );
}

/** A function that changes some of what is remembered and leaves the rest; `undefined` forgets. */
export function rememberingIn(store: {
  readonly before: ViewState;
  remember(state: ViewState): void;
}): (change: { readonly [K in keyof ViewState]: ViewState[K] | undefined }) => void {
  let state: object = store.before;
  return (change) => {
    state = Object.fromEntries(
      Object.entries({ ...state, ...change }).filter(([, value]) => value !== undefined),
    );
    store.remember(state);
  };
}
