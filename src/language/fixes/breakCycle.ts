import { needsOnCycles } from '../../model/cycles.ts';
import { feedbackNeeds } from '../../model/feedback.ts';
import type { Needing } from '../../model/graph.ts';
import type { Analysis } from '../analyze.ts';
import { needAt, needRemoval } from './needs.ts';
import type { WayOut } from './wayOut.ts';

/** Of a longer cycle, its other needs are at the places that the diagnostic tells of. */
const MOST_OFFERED = 10;

/**
 * Takes out one of the needs of a cycle. Preferred is the one by which the fewest needs of all that is tangled up with
 * it have to go.
 */
export const breakCycle: WayOut = function* ({ analysis, diagnostic }) {
  const places = [diagnostic.range, ...diagnostic.related.map(({ range }) => range)];
  const needs = places.flatMap((range) => needAt(analysis, range) ?? []);
  const [own] = needs;
  if (own === undefined) return;
  const cut = feedbackNeeds(tangle(analysis, own.task.id.value));
  const isCut = needs.map(({ task, need }) =>
    cut.some((each) => each.id === task.id.value && each.need === need.value),
  );
  const best = isCut.indexOf(true);
  for (const [i, each] of needs.entries()) {
    if (i >= MOST_OFFERED && i !== best) continue;
    yield { ...needRemoval(analysis, each), preferred: i === best };
  }
};

/** All tasks that are on cycles with some task. */
function tangle({ workflow }: Analysis, id: string): readonly Needing[] {
  const tasks = workflow.tasks.map((task) => ({
    id: task.id.value,
    needs: task.needs.map((need) => need.value),
  }));
  const takesPart = needsOnCycles(tasks);
  return tasks.filter((task) => task.id === id || takesPart(id, task.id));
}
