import { needsOnCycles } from '../../model/cycles.ts';
import { feedbackNeeds } from '../../model/feedback.ts';
import type { Needing } from '../../model/graph.ts';
import type { Analysis } from '../analyze.ts';
import { needRemoval, type WrittenNeed } from './needs.ts';
import type { WayOut } from './wayOut.ts';

/** Of a longer cycle, its other needs are at the places that the diagnostic tells of. */
const MOST_OFFERED = 10;

/**
 * Takes out one of the needs of a cycle. Preferred is the one by which the fewest needs of all that is tangled up with
 * it have to go.
 */
export const breakCycle: WayOut = function* ({ analysis, diagnostic, once }) {
  const written = once('needs', () => needsByPlace(analysis));
  const places = [diagnostic.range, ...diagnostic.related.map(({ range }) => range)];
  const needs = places.flatMap(({ start }) => written.get(start) ?? []);
  const [own] = needs;
  if (own === undefined) return;
  const graph = once('graph', () => graphOf(analysis));
  const takesPart = once('cycles', () => needsOnCycles(graph));
  const tangled = graph.filter(({ id }) => id === own.task.id.value || takesPart(own.task.id.value, id));
  const cut = once(`cut ${tangled[0]?.id ?? ''}`, () => feedbackNeeds(tangled));
  const isCut = needs.map(({ task, need }) =>
    cut.some((each) => each.id === task.id.value && each.need === need.value),
  );
  const best = isCut.indexOf(true);
  for (const [i, each] of needs.entries()) {
    if (i >= MOST_OFFERED && i !== best) continue;
    yield { ...needRemoval(analysis, each), preferred: i === best };
  }
};

function needsByPlace({ workflow }: Analysis): ReadonlyMap<number, WrittenNeed> {
  const found = new Map<number, WrittenNeed>();
  for (const task of workflow.tasks)
    for (const need of task.needs) found.set(need.range.start, { task, need });
  return found;
}

function graphOf({ workflow }: Analysis): readonly Needing[] {
  return workflow.tasks.map(({ id, needs }) => ({ id: id.value, needs: needs.map(({ value }) => value) }));
}
