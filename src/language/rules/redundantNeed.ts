import { asksForStatus } from '../../expression/evaluate.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import type { Entry } from '../parts/placedEntry.ts';

/** A need that another one implies, and that brings nothing else: neither data nor another meaning of success. */
export const redundantNeed: FileRule = function* ({ graph, entries }) {
  let byId: ReadonlyMap<string, Entry> | undefined;
  for (const { task, need } of graph.impliedNeeds()) {
    const entry = entries[task];
    if (entry === undefined || !bringsNothing(entry, need)) continue;
    byId ??= new Map(entries.map((each) => [each.own.id, each]));
    const via = wayTo(entry, need, byId);
    if (via !== undefined) yield fault(entry, need, via);
  }
};

function bringsNothing({ own }: Entry, need: string): boolean {
  const { task, expressions } = own;
  // What is needed counts for the cache, by itself.
  if (task.finally || task.cache !== undefined || !own.knowsNoNeeds()) return false;
  if (task.if !== undefined && asksForStatus(task.if.value)) return false;
  const reads = expressions.some(({ references }) =>
    references.some(({ context, path }) => context === 'tasks' && (path[0]?.name ?? need) === need),
  );
  return !reads;
}

const MOST_STEPS = 1000;

/**
 * The need of a task by which it comes behind another one, and only when that has completed: on the way there is no task
 * that runs whatever happened, or whose failure is forgiven.
 */
function wayTo({ own }: Entry, need: string, byId: ReadonlyMap<string, Entry>): Entry | undefined {
  for (const each of own.needs) {
    const first = each === need ? undefined : byId.get(each);
    if (first === undefined) continue;
    const seen = new Set<Entry>();
    const queue = [first];
    for (let at = queue.pop(); at !== undefined && seen.size < MOST_STEPS; at = queue.pop()) {
      if (seen.has(at) || !stopsWithItsNeeds(at)) continue;
      seen.add(at);
      if (at.own.needs.includes(need)) return first;
      queue.push(...at.own.needs.flatMap((next) => byId.get(next) ?? []));
    }
  }
  return undefined;
}

function stopsWithItsNeeds({ own: { task } }: Entry): boolean {
  if (task.continueOnError?.value === true) return false;
  return task.if === undefined || !asksForStatus(task.if.value);
}

function fault({ task }: Entry, need: string, via: Entry): Diagnostic {
  const range = task.needs.find(({ value }) => value === need)?.range ?? task.id.range;
  const message = `${quoted(via.own.id)} comes behind ${quoted(need)} already, so this need changes nothing. Take it out.`;
  return blame('redundant-need', range, message, {
    related: [{ message: `${quoted(via.own.id)} is here.`, range: via.task.id.range }],
  });
}
