import type { Run } from '../model/run.ts';
import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { type PastRuns, type PastTask, settledTask } from './pastRuns.ts';

/** What an editor offers above a line: to do something with the workflow or a task, or to see how it went. */
export type Lens = { readonly range: Range } & (
  | { readonly kind: 'run-workflow' | 'graph' }
  | { readonly kind: 'run' | 'run-from-here'; readonly task: string }
  /** How the workflow's newest run goes or went. */
  | { readonly kind: 'run-outcome'; readonly run: Run }
  /** How a task went when it last came to its end. */
  | { readonly kind: 'outcome'; readonly past: PastTask }
);

export interface LensOptions {
  readonly run: boolean;
  readonly outcome: boolean;
}

/** Those of the workflow over its name, or else its first line; those of a task over its own. */
export function lenses(
  { root, workflow, kept }: Analysis,
  options: LensOptions,
  runs: PastRuns = [],
): readonly Lens[] {
  if (kept.entries.length === 0) return [];
  const withResults = new Set(runs.filter(hasResults).flatMap(({ plan }) => plan.tasks.map(({ id }) => id)));
  const range = workflow.name?.range ?? root?.range ?? { start: 0, end: 0 };
  const found: Lens[] = [];
  const [newest] = runs;
  if (options.run) found.push({ kind: 'run-workflow', range }, { kind: 'graph', range });
  if (options.outcome && newest !== undefined) found.push({ kind: 'run-outcome', range, run: newest });
  for (const { task } of kept.entries) {
    const { id } = task;
    const at = { range: id.range, task: id.value };
    if (options.run) found.push({ kind: 'run', ...at });
    // Where there are results to take over.
    if (options.run && withResults.has(id.value)) found.push({ kind: 'run-from-here', ...at });
    const past = options.outcome ? settledTask(runs, id.value) : undefined;
    if (past !== undefined) found.push({ kind: 'outcome', range: id.range, past });
  }
  return found;
}

/** Whether a run is over and left results that another can take over. */
function hasResults({ endedAt, counts }: Run): boolean {
  return endedAt !== undefined && counts.completed > 0;
}
