import { asksForStatus } from '../../expression/evaluate.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import type { Entry } from '../parts/placedEntry.ts';

/** A need that another one implies, and that brings nothing else: neither data nor another meaning of success. */
export const redundantNeed: FileRule = function* ({ graph, entries }) {
  let byId: ReadonlyMap<string, Entry> | undefined;
  for (const [task, implied] of Map.groupBy(graph.impliedNeeds(), ({ task }) => task)) {
    const entry = entries[task];
    if (entry === undefined) continue;
    const doubtful = implied.filter(({ need }) => bringsNothing(entry, need));
    if (doubtful.length === 0) continue;
    byId ??= new Map(entries.map((each) => [each.own.id, each]));
    const ways = waysTo(entry, new Set(doubtful.map(({ need }) => need)), byId);
    for (const { need } of doubtful) {
      const via = ways.get(need);
      if (via !== undefined) yield fault(entry, need, via);
    }
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

/** Beyond so many tasks, and as many as there are needs, nobody would see why a need changes nothing. */
const MOST_STEPS = 1000;

/**
 * For some needs of a task another need each, by which the task comes behind it, and only when it has completed: on the
 * way there is no task that runs whatever happened, or whose failure is forgiven. One walk upstream, the nearest first.
 */
function waysTo(
  { own }: Entry,
  wanted: ReadonlySet<string>,
  byId: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const queue: { readonly at: Entry; readonly first: Entry }[] = [];
  const seen = new Set<string>();
  let open = wanted.size;
  const enter = (id: string, first?: Entry): void => {
    const at = byId.get(id);
    if (at === undefined || seen.has(id) || !stopsWithItsNeeds(at)) return;
    seen.add(id);
    queue.push({ at, first: first ?? at });
  };
  const most = MOST_STEPS + own.needs.length;
  const walk = (from: readonly string[]): void => {
    for (const need of from) enter(need);
    for (let step = queue.shift(); step !== undefined && open > 0 && seen.size < most; step = queue.shift()) {
      for (const next of step.at.own.needs) {
        if (wanted.has(next) && !found.has(next)) {
          found.set(next, step.first);
          open--;
        }
        enter(next, step.first);
      }
    }
  };
  // By a need that stays first: of two that a third one implies, neither is the reason for the other.
  walk(own.needs.filter((need) => !wanted.has(need)));
  walk(own.needs.filter((need) => wanted.has(need) && !found.has(need)));
  return found;
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
