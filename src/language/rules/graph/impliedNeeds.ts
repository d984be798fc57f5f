import { type Needing, stages } from '../../../model/graph.ts';

/** A need that another need of the same task has as well, directly or not. */
export interface ImpliedNeed {
  /** The index of the task. */
  readonly task: number;
  readonly need: string;
}

/** So many steps are made through a graph; one that takes more has implied needs that aren't found. */
const MOST_STEPS = 200_000;

/**
 * The needs that others imply, in a graph without cycles. A search goes up from the deeper needs of a task no further
 * than its highest one, so that most tasks take no step at all.
 */
export function impliedNeeds(tasks: readonly Needing[]): readonly ImpliedNeed[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  if (tasks.every(({ needs }) => needs.length < 2)) return [];
  const depth = stages(tasks);
  const depthOf = (id: string): number => depth.get(id) ?? 0;
  const found: ImpliedNeed[] = [];
  let steps = 0;
  for (const [task, { needs }] of tasks.entries()) {
    if (needs.length < 2) continue;
    const highest = Math.min(...needs.map(depthOf));
    const seen = new Set<string>();
    const queue = needs.filter((need) => depthOf(need) > highest);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const next of byId.get(at)?.needs ?? []) {
        if (++steps > MOST_STEPS) return found;
        if (seen.has(next) || depthOf(next) < highest) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    for (const need of new Set(needs)) if (seen.has(need)) found.push({ task, need });
  }
  return found;
}
