import { needsOnCycles } from '../model/cycles.ts';
import { dependants, type Needing } from '../model/graph.ts';
import { hasCycle } from './hasCycle.ts';
import { areUpstream, type UpstreamQuestion } from './reachable.ts';
import { chains } from './rules/graph/chains.ts';
import { type ImpliedNeed, impliedNeeds } from './rules/graph/impliedNeeds.ts';

/** Who needs whom in a file. The same object as long as no task and no need changes: what it found out, it keeps. */
export interface TaskGraph {
  /** Of tasks with one id the first; those of `finally` behind the others. */
  readonly tasks: readonly Needing[];
  /** For each id the ids that need it directly. */
  dependants(): ReadonlyMap<string, readonly string[]>;
  /** Some needs go round in a circle; a need of itself isn't meant. */
  isCyclic(): boolean;
  /** Whether a need takes part in a circle. */
  isOnCycle(id: string, need: string): boolean;
  /** Of a graph without circles. */
  impliedNeeds(): readonly ImpliedNeed[];
  /** By the index of each task, the chain that it is part of. */
  chains(): Int32Array;
  /** Whether each is so, in their order. */
  areUpstream(questions: readonly UpstreamQuestion[]): readonly boolean[];
}

export function taskGraph(tasks: readonly Needing[], before?: TaskGraph): TaskGraph {
  if (before !== undefined && areSame(before.tasks, tasks)) return before;
  let downstream: ReadonlyMap<string, readonly string[]> | undefined;
  let onCycles: ((id: string, need: string) => boolean) | undefined;
  let cyclic: boolean | undefined;
  let chainOf: Int32Array | undefined;
  let implied: readonly ImpliedNeed[] | undefined;
  const answers = new Map<string, boolean>();
  const isOnCycle = (id: string, need: string): boolean => {
    onCycles ??= needsOnCycles(tasks);
    return id !== need && onCycles(id, need);
  };
  return {
    tasks,
    dependants() {
      downstream ??= dependants(tasks);
      return downstream;
    },
    isCyclic() {
      cyclic ??= hasCycle(tasks);
      return cyclic;
    },
    isOnCycle,
    impliedNeeds() {
      implied ??= impliedNeeds(tasks);
      return implied;
    },
    chains() {
      chainOf ??= chains(tasks);
      return chainOf;
    },
    areUpstream(questions) {
      const open = questions.filter((question) => !answers.has(keyOf(question)));
      const found = open.length === 0 ? [] : areUpstream(tasks, open);
      for (const [i, isUpstream] of found.entries()) {
        const question = open[i];
        if (question !== undefined) answers.set(keyOf(question), isUpstream);
      }
      return questions.map((question) => answers.get(keyOf(question)) === true);
    },
  };
}

function keyOf({ task, upstream }: UpstreamQuestion): string {
  return `${task}\n${upstream}`;
}

function areSame(before: readonly Needing[], tasks: readonly Needing[]): boolean {
  if (before.length !== tasks.length) return false;
  return tasks.every((task, i) => {
    const other = before[i];
    if (task === other) return true;
    if (task.id !== other?.id || task.needs.length !== other.needs.length) return false;
    return task.needs.every((need, k) => need === other.needs[k]);
  });
}
