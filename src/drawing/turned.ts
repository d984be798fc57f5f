import { dependants } from '../model/graph.ts';
import type { Scene } from './scene.ts';

/**
 * The needs that have to be turned round for the graph to be free of cycles: of each cycle the one that leads back to
 * where a walk downstream came from. Keys are `edgeKey(from, to)`. The walk begins at the tasks without needs, then
 * takes the others in the order of the file. O(V + E), without recursion.
 */
export function turnedEdges(scene: Scene): ReadonlySet<string> {
  const turned = new Set<string>();
  if (scene.cycles.length === 0) return turned;
  const downstream = dependants(scene.tasks);
  const seen = new Set<string>();
  const onPath = new Set<string>();
  const starts = [...scene.tasks.filter((task) => task.needs.length === 0), ...scene.tasks];
  for (const { id: start } of starts) {
    if (seen.has(start)) continue;
    const path = [{ id: start, next: 0 }];
    seen.add(start);
    onPath.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = downstream.get(top.id)?.[top.next++];
      if (to === undefined) {
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(to)) turned.add(edgeKey(top.id, to));
      else if (!seen.has(to)) {
        seen.add(to);
        onPath.add(to);
        path.push({ id: to, next: 0 });
      }
    }
  }
  return turned;
}

export function edgeKey(from: string, to: string): string {
  return `${from}\n${to}`;
}
