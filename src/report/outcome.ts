import { formatDuration } from '../model/duration.ts';
import { failureText } from '../model/failure.ts';
import { counted, listed, stateCounts } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import { runStateText } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/** How the run went, in one sentence without a full stop: what a person wants to know first. */
export function outcomeText(summary: Summary): string {
  const { counts, tasks } = summary;
  const subject = `${oneLine(summary.workflow)} ${runStateText(summary.state)}`;
  const time = formatDuration(summary.duration);
  switch (summary.state) {
    case 'completed':
      return counts.completed === tasks.length
        ? `${subject}: ${allTasks(tasks.length)} in ${time}`
        : `${subject} in ${time}: ${stateCounts(counts)}${allowedFailures(tasks)}`;
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

function allowedFailures(tasks: readonly TaskSummary[]): string {
  const allowed = tasks.filter(({ state }) => state === 'failed').map(({ id }) => id);
  return allowed.length === 0 ? '' : ` (${listed(allowed, 3)} by leave of continue_on_error)`;
}

function failedTasks({ tasks, cancelReason, timeout }: Summary): string {
  if (cancelReason === 'timeout') {
    return `its time was up${timeout === undefined ? '' : ` (${formatDuration(timeout)})`}`;
  }
  const failed = tasks.filter(({ state }) => state === 'failed');
  const [first, ...more] = failed;
  if (first === undefined) return 'no task failed';
  if (more.length > 0) {
    return `${failed.length} tasks failed (${listed(
      failed.map(({ id }) => id),
      3,
    )})`;
  }
  const why = first.failure === undefined ? '' : ` (${oneLine(failureText(first.failure))})`;
  return `${first.id} failed${why}`;
}

function others({ counts, cancelReason }: Summary): string {
  const rest = stateCounts(cancelReason === 'timeout' ? counts : { ...counts, failed: 0 });
  return rest === '' ? '' : `; ${rest}`;
}
