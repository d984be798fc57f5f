import type { EnterElement, Selection } from 'd3';
import type { Card } from '../drawing/card.ts';
import type { NodeBox } from '../drawing/sheet.ts';
import { type Spot, spotsOf } from '../drawing/spots.ts';

export type Drawn = Selection<SVGGElement, NodeBox, SVGGElement, unknown>;

/** The elements of a node, still without words. */
export function appendNode(enter: Selection<EnterElement, NodeBox, SVGGElement, unknown>): Drawn {
  const node = enter.append('g').attr('class', 'node').attr('role', 'button').attr('tabindex', -1);
  node.append('title');
  node.append('rect').attr('class', 'card');
  node.append('path').attr('class', 'mark');
  node.append('rect').attr('class', 'track').attr('rx', 1);
  node.append('rect').attr('class', 'bar').attr('rx', 1);
  // The icon that turns does so within a group that has its place.
  node.append('g').append('path').attr('class', 'icon');
  node.append('path').attr('class', 'kind');
  for (const text of TEXTS) node.append('text').attr('class', text);
  return node;
}

const TEXTS = ['name', 'attempt', 'detail', 'time'] as const;

/** Writes what a node says, where there is room for it in a box like this. */
export function writeCard(
  node: Selection<SVGGElement, unknown, null, undefined>,
  card: Card,
  box: NodeBox,
): void {
  const spots = spotsOf(box.shape, box);
  const selected = node.classed('selected');
  node.attr('class', ['node', ...card.classes].join(' ')).classed('selected', selected);
  node.select('.card').attr('width', box.width).attr('height', box.height).attr('rx', spots.radius);
  node.select('.mark').attr('d', card.mark);
  const { x, y, width, height } = spots.bar;
  const bars: readonly (readonly [string, number])[] = [
    ['.track', 1],
    ['.bar', card.progress ?? 0],
  ];
  for (const [name, share] of bars) {
    node
      .select(name)
      .attr('visibility', card.progress === undefined ? 'hidden' : null)
      .attr('x', x)
      .attr('y', y)
      .attr('width', width * share)
      .attr('height', height);
  }
  node.select('g').attr('transform', placed(spots.icon)).select('.icon').attr('d', card.icon);
  node.select('.kind').attr('transform', placed(spots.kind)).attr('d', card.kind);
  for (const text of TEXTS) {
    const { x, y } = spots[text];
    node.select(`.${text}`).attr('x', x).attr('y', y).text(card[text]);
  }
}

function placed({ x, y, scale }: Spot & { readonly scale: number }): string {
  return `translate(${x},${y}) scale(${scale})`;
}
