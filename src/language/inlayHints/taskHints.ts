import { formatDuration } from '../../model/duration.ts';
import { formatMoment } from '../../model/moment.ts';
import { repetitions } from '../../model/repetitions.ts';
import type { Task } from '../../model/workflow.ts';
import type { InlayHint } from '../inlayHints.ts';
import { escaped } from '../markdown.ts';
import { outcomeWords, pastDuration } from '../pastRuns/outcomeWords.ts';
import { type PastRuns, settledTask } from '../pastRuns.ts';
import { type Pair, pairOf } from '../source/value.ts';
import { behindKey } from './behindKey.ts';

/** How long a task took when it last came to its end, behind its name. */
export function durationHint(text: string, { id }: Task, runs: PastRuns): InlayHint | undefined {
  const past = settledTask(runs, id.value);
  const lasted = past === undefined ? undefined : pastDuration(past);
  const offset = behindKey(text, id.range);
  if (past === undefined || lasted === undefined || offset === undefined) return undefined;
  const moment = formatMoment(past.task.endedAt ?? past.run.startedAt);
  return {
    offset,
    text: formatDuration(lasted),
    tooltip: `_Last run:_ ${escaped(outcomeWords(past))}, ${moment}`,
  };
}

/** How many instances a matrix makes; where only a run knows that, how many there were in the last one. */
export function instancesHint(
  text: string,
  task: Task,
  { value }: Pair,
  runs: PastRuns,
): InlayHint | undefined {
  const pair = value.type === 'map' ? pairOf(value, 'matrix') : undefined;
  if (task.matrix === undefined || pair === undefined || pair.merged) return undefined;
  const offset = behindKey(text, pair.key.range);
  const count = repetitions(task.matrix);
  if (offset === undefined || count === 0) return undefined;
  if (count !== 'n') {
    return {
      offset,
      text: `× ${count}`,
      tooltip: `The task runs ${count === 1 ? 'once' : `${count} times`}, once for each instance.`,
    };
  }
  const past = settledTask(runs, task.id.value)?.task.children?.length;
  if (past === undefined) return undefined;
  const tooltip =
    'How many instances there are is known when the task runs. So many there were in the last run.';
  return { offset, text: `× ${past} last time`, tooltip };
}
