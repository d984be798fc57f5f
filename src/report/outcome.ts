import { formatDuration } from '../model/duration.ts';
import { failureText } from '../model/failure.ts';
import { counted, listed, stateCounts } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import { failuresOf } from './failures.ts';
import { runStateText } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/** How the run went, in one sentence without a full stop: what a person wants to know first. */
export function outcomeText(summary: Summary): string {
  const { counts, count } = summary;
  const subject = `${oneLine(summary.workflow)} ${runStateText(summary.state)}`;
  const time = formatDuration(summary.duration);
  switch (summary.state) {
    case 'completed':
      return counts.completed === count
        ? `${subject}: ${allTasks(count)} in ${time}`
        : `${subject} in ${time}: ${stateCounts(counts)}${allowedFailures(summary)}`;
    case 'failed':
      return `${subject} after ${time}: ${failedTasks(summary)}${others(summary)}`;
    case 'cancelled':
      return `${subject} after ${time}: ${stateCounts(counts)}`;
    case 'interrupted':
      return `${subject}, last heard of after ${time}: ${stateCounts(counts)}`;
    case 'running':
    case 'cancelling':
      return `${subject}, ${time} so far: ${stateCounts(counts)}`;
  }
}

function allTasks(count: number): string {
  return count === 1 ? 'its task' : `all ${counted(count, 'task')}`;
}

function allowedFailures(summary: Summary): string {
  const allowed = namesOf(failuresOf(summary));
  return allowed.length === 0 ? '' : ` (${listed(allowed, 3)} by leave of continue_on_error)`;
}

function failedTasks(summary: Summary): string {
  const { cancelReason, timeout, failure } = summary;
  if (cancelReason === 'timeout') {
    return `its time was up${timeout === undefined ? '' : ` (${formatDuration(timeout)})`}`;
  }
  const failed = failuresOf(summary);
  const [first, ...more] = failed;
  if (first === undefined) {
    return failure === undefined
      ? 'no task failed'
      : `its outputs could not be told (${oneLine(failureText(failure))})`;
  }
  if (more.length > 0) return `${failed.length} tasks failed (${listed(namesOf(failed), 3)})`;
  const why = first.failure === undefined ? '' : ` (${oneLine(failureText(first.failure))})`;
  return `${oneLine(first.id)} failed${why}`;
}

function namesOf(tasks: readonly TaskSummary[]): readonly string[] {
  return tasks.map(({ id }) => oneLine(id));
}

function others({ counts, cancelReason }: Summary): string {
  const rest = stateCounts(cancelReason === 'timeout' ? counts : { ...counts, failed: 0 });
  return rest === '' ? '' : `; ${rest}`;
}
