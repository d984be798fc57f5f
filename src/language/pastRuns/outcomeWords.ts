import { answerText } from '../../model/answer.ts';
import { formatDuration } from '../../model/duration.ts';
import type { SkipReason } from '../../model/event.ts';
import { failureText } from '../../model/failure.ts';
import { countedAttempts, type Run } from '../../model/run.ts';
import { onlyWaits, waitingWords } from '../../model/runState.ts';
import { drivenTime, workSpan } from '../../model/span.ts';
import type { PastTask } from '../pastRuns.ts';

/** How a task went, in a line without a full stop: `completed in 3.20 s`, `failed after 1.00 s: exit code 2`. */
export function outcomeWords({ run, task }: PastTask): string {
  const lasted = pastDuration({ run, task });
  const { state, cached, reusedFrom, answer, failure, skipped } = task;
  switch (state) {
    case 'completed':
      if (cached !== undefined) return 'completed, from the cache';
      if (reusedFrom !== undefined) return `completed, its result that of run ${reusedFrom}`;
      if (answer !== undefined) return oneLine(answerText(answer, task.question));
      return `completed${lasted === undefined ? '' : ` in ${formatDuration(lasted)}`}${attemptWords(task)}`;
    case 'failed': {
      const why = failure === undefined ? '' : `: ${oneLine(failureText(failure))}`;
      return `failed${lasted === undefined ? '' : ` after ${formatDuration(lasted)}`}${attemptWords(task)}${why}`;
    }
    case 'skipped':
      return skipped === undefined ? 'skipped' : `skipped: ${skipWords(skipped)}`;
    case 'cancelled':
      return lasted === undefined ? 'cancelled' : `cancelled after ${formatDuration(lasted)}`;
    case 'waiting':
      return `waits for a person: ${oneLine(task.question?.message ?? '')}`;
    case 'ready':
      return 'waits for a slot';
    case 'retrying':
      return 'waits to be tried again';
    default:
      return state;
  }
}

/** How a run goes, or went: `running`, `completed in 3.20 s`, `failed after 3.20 s: 2 tasks failed`. */
export function runOutcomeWords(run: Run): string {
  const { state, startedAt, endedAt, counts } = run;
  if (endedAt === undefined) return onlyWaits(run) ? waitingWords(run) : state;
  const lasted = formatDuration(drivenTime(run, startedAt, endedAt));
  if (state === 'completed') return `completed in ${lasted}`;
  const failed =
    counts.failed === 0 ? '' : `: ${counts.failed} ${counts.failed === 1 ? 'task' : 'tasks'} failed`;
  return `${state} after ${lasted}${state === 'failed' ? failed : ''}`;
}

/** How long a task was worked on, ms; `undefined` where it wasn't, or still is. */
export function pastDuration({ run, task }: PastTask): number | undefined {
  const span = workSpan(task);
  return span?.to === undefined ? undefined : drivenTime(run, span.from, span.to);
}

function attemptWords(task: PastTask['task']): string {
  const attempts = countedAttempts(task);
  return attempts > 1 ? `, attempt ${attempts}` : '';
}

function skipWords(reason: SkipReason): string {
  if (reason.type === 'condition') return `its condition was ${JSON.stringify(reason.value)}`;
  return `its need ${reason.need} ${reason.state === 'failed' ? 'failed' : `was ${reason.state}`}`;
}

function oneLine(text: string): string {
  const [first = ''] = text.trim().split('\n', 1);
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}
