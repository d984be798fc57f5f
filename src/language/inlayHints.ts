import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { inputHints, retryHints, shellHint } from './inlayHints/defaults.ts';
import { isBroken } from './inlayHints/isBroken.ts';
import { durationHint, instancesHint } from './inlayHints/taskHints.ts';
import { taskPair } from './occurrences/taskPair.ts';
import type { PastRuns } from './pastRuns.ts';

/** What an editor shows within a line though nobody wrote it. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  /** Markdown */
  readonly tooltip: string;
}

export interface HintOptions {
  /** How many instances a matrix makes. */
  readonly instances: boolean;
  /** How long a task took when it last came to its end. */
  readonly duration: boolean;
  /** What holds where nothing is written. */
  readonly defaults: boolean;
  /** What runs a script where no `shell` is named; absent where nobody knows. */
  readonly shell?: string;
}

/** The hints of the tasks and inputs that begin in a range; none where the text is broken. */
export function inlayHints(
  analysis: Analysis,
  range: Range,
  options: HintOptions,
  runs: PastRuns = [],
): readonly InlayHint[] {
  const { workflow } = analysis;
  const hints: (InlayHint | undefined)[] = [];
  for (const task of workflow.tasks) {
    const { start } = task.id.range;
    if (start < range.start || start > range.end || isBroken(analysis, task.range)) continue;
    const pair = taskPair(analysis, task);
    // Of tasks with one id the first counts, and what an alias repeats is told where it is written.
    if (pair?.key.range.start !== start || pair.merged || !isInside(pair.value.range, pair.range)) continue;
    if (options.duration) hints.push(durationHint(analysis.text, task, runs));
    if (options.instances) hints.push(instancesHint(analysis.text, task, pair, runs));
    if (!options.defaults) continue;
    if (options.shell !== undefined) hints.push(shellHint(analysis.text, task, pair, options.shell));
    hints.push(...retryHints(analysis.text, pair, [task.retryPolicy, workflow.retryPolicy]));
  }
  if (options.defaults) hints.push(...inputHints(analysis, range));
  return hints.filter((hint) => hint !== undefined);
}

function isInside(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
