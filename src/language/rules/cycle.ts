import { type Cycle, cycles } from '../../model/cycles.ts';
import type { RelatedPlace } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { blame } from '../blame.ts';
import type { FileRule } from '../facts.ts';

/** A longer path is told by its beginning. */
const MOST_TOLD = 50;

/** Needs that go round in a circle: each of them is marked, with the path that leads from its task back to it. */
export const cycle: FileRule = function* ({ graph, workflow }) {
  if (!graph.isCyclic()) return;
  const places = new Map<string, Range>();
  const marked: { readonly id: string; readonly need: string; readonly range: Range }[] = [];
  for (const { id, needs } of workflow.tasks) {
    for (const { value: need, range } of needs) {
      // A need of itself is a rule of its own.
      if (!graph.isOnCycle(id.value, need)) continue;
      marked.push({ id: id.value, need, range });
      if (!places.has(edge(id.value, need))) places.set(edge(id.value, need), range);
    }
  }
  if (marked.length === 0) return;
  const through = cyclesByNeed(cycles(graph.tasks));
  for (const { id, need, range } of marked) {
    const found = through.get(edge(id, need));
    const path = found === undefined ? [id, need] : pathFrom(found.cycle, found.at);
    const left = (found?.cycle.length ?? Number.POSITIVE_INFINITY) - path.length;
    const told = [...path, ...(left > 0 ? [Number.isFinite(left) ? `… ${left} more …` : '…'] : []), id];
    yield blame('cycle', range, `Dependency cycle: ${told.join(' → ')}. Take one of these needs out.`, {
      related: relatedPlaces(path, left > 0 ? undefined : id, places),
    });
  }
};

interface Place {
  readonly cycle: Cycle;
  readonly at: number;
}

/** For each need on a cycle, the first cycle that runs through it. */
function cyclesByNeed(all: readonly Cycle[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const each of all) {
    each.forEach((id, at) => {
      const key = edge(id, each[(at + 1) % each.length] ?? id);
      if (!found.has(key)) found.set(key, { cycle: each, at });
    });
  }
  return found;
}

function pathFrom(all: Cycle, at: number): readonly string[] {
  const behind = all.slice(at, at + MOST_TOLD);
  return [...behind, ...all.slice(0, Math.min(at, MOST_TOLD - behind.length))];
}

/** The other needs of the path, in its order. */
function relatedPlaces(
  path: readonly string[],
  back: string | undefined,
  places: ReadonlyMap<string, Range>,
): readonly RelatedPlace[] {
  const ids = back === undefined ? path : [...path, back];
  return ids.slice(1, -1).flatMap((id, i) => {
    const need = ids[i + 2] ?? '';
    const range = places.get(edge(id, need));
    return range === undefined ? [] : [{ message: `${id} needs ${need}`, range }];
  });
}

function edge(id: string, need: string): string {
  return `${id}\n${need}`;
}
