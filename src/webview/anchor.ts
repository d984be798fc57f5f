import type { Box, Point } from '../drawing/geometry.ts';
import type { Layout } from '../drawing/layout.ts';
import type { NodeBox } from '../drawing/sheet.ts';

/** Where a node was and is. */
export interface Anchor {
  readonly before: Box;
  readonly now: Box;
}

/**
 * The node that should stay where it is seen when one layout follows another: the first of `wanted` that both have,
 * else the one nearest to `middle`. `undefined` where the layouts have no node in common.
 */
export function anchorOf(
  before: Layout,
  now: Layout,
  wanted: readonly (string | undefined)[],
  [x, y]: Point,
): Anchor | undefined {
  const present = new Map(now.nodes.map((node) => [node.id, node]));
  const kept = before.nodes.filter((node) => present.has(node.id));
  const away = (node: NodeBox): number =>
    Math.hypot(node.x + node.width / 2 - x, node.y + node.height / 2 - y);
  const anchor =
    wanted.map((id) => kept.find((node) => node.id === id)).find((node) => node !== undefined) ??
    kept.reduce<NodeBox | undefined>(
      (best, node) => (best === undefined || away(node) < away(best) ? node : best),
      undefined,
    );
  const box = present.get(anchor?.id ?? '');
  return anchor === undefined || box === undefined ? undefined : { before: anchor, now: box };
}
