import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3';
import type { Box, Point, Size } from '../drawing/geometry.ts';
import type { Canvas } from './canvas.ts';
import { moveDuration } from './motion.ts';
import type { ViewState } from './viewState.ts';

/** Pan and zoom. As long as nobody has moved the drawing, all of it is kept in sight. */
export interface Zoom {
  /** A new drawing of this size. `anchor` is a box of it and where that box was before: it stays where it is seen. */
  setDrawing(size: Size, anchor?: { readonly before: Box; readonly now: Box }): void;
  /** The room has another size. */
  resized(): void;
  fit(): void;
  by(factor: number): void;
  /** Pans as little as brings a box into sight. */
  reveal(box: Box): void;
  /** What of the drawing is at the middle of the view. */
  middle(): Point;
}

const MARGIN = 12;

/** `changed` hears of every move, with what is to be remembered of it: nothing while all is kept in sight. */
export function createZoom(
  { element, svg, viewport }: Canvas,
  before: ViewState['zoom'],
  changed: (zoom: ViewState['zoom']) => void,
): Zoom {
  let drawing: Size = { width: 0, height: 0 };
  let fitted = before === undefined;
  /** Where a move that is under way leads. */
  let aim: ZoomTransform | undefined;
  const current = () => zoomTransform(element);
  const target = () => aim ?? current();
  const behaviour = zoom<SVGSVGElement, unknown>()
    .clickDistance(4)
    .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      // Moves that the view makes by itself have no source event.
      if (sourceEvent !== null) {
        fitted = false;
        aim = undefined;
      }
      viewport
        .attr('transform', transform.toString())
        .classed('far', transform.k < 0.45)
        .classed('farther', transform.k < 0.22);
    })
    .on('end', () => {
      aim = undefined;
      changed(fitted ? undefined : { x: current().x, y: current().y, k: current().k });
    });
  svg.call(behaviour).on('dblclick.zoom', null);
  if (before !== undefined) {
    svg.call(behaviour.transform, zoomIdentity.translate(before.x, before.y).scale(before.k));
  }

  const room = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  const fitting = (): ZoomTransform => {
    const { width, height } = room();
    const scale = Math.min((width - 2 * MARGIN) / drawing.width, (height - 2 * MARGIN) / drawing.height, 1);
    return zoomIdentity
      .translate((width - drawing.width * scale) / 2, (height - drawing.height * scale) / 2)
      .scale(scale);
  };
  const move = (transform: ZoomTransform, duration = moveDuration()): void => {
    if (!Number.isFinite(transform.k) || transform.k <= 0) return;
    svg.interrupt();
    aim = duration === 0 ? undefined : transform;
    if (duration === 0) svg.call(behaviour.transform, transform);
    else svg.transition().duration(duration).call(behaviour.transform, transform);
  };
  const isInSight = (): boolean => {
    const { x, y, k } = current();
    const { width, height } = room();
    return x < width && y < height && x + drawing.width * k > 0 && y + drawing.height * k > 0;
  };
  const isEmpty = () => drawing.width === 0 || room().width === 0;

  return {
    setDrawing(size, anchor) {
      const first = drawing.width === 0;
      drawing = size;
      if (isEmpty()) return;
      limit();
      // What was remembered may be of a graph that has become another one since.
      if (first && !isInSight()) fitted = true;
      if (fitted) move(fitting(), first ? 0 : moveDuration());
      else if (anchor !== undefined) {
        const { before: was, now } = anchor;
        svg.call(behaviour.translateBy, was.x - now.x, was.y - now.y);
      }
    },
    resized() {
      if (isEmpty()) return;
      limit();
      if (fitted) move(fitting(), 0);
    },
    fit() {
      if (isEmpty()) return;
      fitted = true;
      move(fitting());
    },
    by(factor) {
      fitted = false;
      const { width, height } = room();
      const [x, y] = [width / 2, height / 2];
      const { k } = target();
      const [least, most] = behaviour.scaleExtent();
      const scale = Math.min(Math.max(k * factor, least), most);
      const [under, below] = target().invert([x, y]);
      move(zoomIdentity.translate(x - under * scale, y - below * scale).scale(scale));
    },
    reveal(box) {
      const { x, y, k } = target();
      const { width, height } = room();
      const shift = (start: number, end: number, extent: number): number => {
        if (start < MARGIN) return MARGIN - start;
        return end > extent - MARGIN ? extent - MARGIN - end : 0;
      };
      const dx = shift(box.x * k + x, (box.x + box.width) * k + x, width);
      const dy = shift(box.y * k + y, (box.y + box.height) * k + y, height);
      if (dx === 0 && dy === 0) return;
      fitted = false;
      move(zoomIdentity.translate(x + dx, y + dy).scale(k));
    },
    middle() {
      const { width, height } = room();
      return current().invert([width / 2, height / 2]);
    },
  };

  /** A drawing can't be lost out of sight, and always be seen whole. */
  function limit(): void {
    const { width, height } = room();
    const [across, down] = [Math.max(width, drawing.width), Math.max(height, drawing.height)];
    behaviour.scaleExtent([Math.min(0.1, fitting().k), 3]).translateExtent([
      [-across, -down],
      [drawing.width + across, drawing.height + down],
    ]);
  }
}
