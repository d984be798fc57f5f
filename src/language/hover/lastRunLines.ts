import { formatMoment } from '../../model/moment.ts';
import { TASK_STATES } from '../../model/taskState.ts';
import { code, escaped } from '../markdown.ts';
import { outcomeWords } from '../pastRuns/outcomeWords.ts';
import { type PastRuns, type PastTask, pastTask } from '../pastRuns.ts';

/** How a task went when it last had its turn, in lines of Markdown; none where it never had. */
export function lastRunLines(id: string, runs: PastRuns): readonly string[] {
  const past = pastTask(runs, id);
  if (past === undefined) return [];
  const lines = [`_Last run:_ ${escaped(outcomeWords(past))}, ${formatMoment(pastMoment(past))}`];
  const parts = partWords(past);
  return parts === ''
    ? lines
    : [...lines, `_Its ${past.task.task.matrix === undefined ? 'tasks' : 'instances'}:_ ${parts}`];
}

/** When it came to its end, ms since the epoch; of one that goes on, when its run began. */
function pastMoment({ run, task }: PastTask): number {
  return task.endedAt ?? run.startedAt;
}

const MOST_FAILED = 5;

/** `5 completed, 1 failed (train[model=b])` */
function partWords({ run, task }: PastTask): string {
  const parts = (task.children ?? []).flatMap((child) => run.tasks.get(child) ?? []);
  const failed = parts.filter(({ state }) => state === 'failed').map((part) => code(part.task.id));
  const names =
    failed.length === 0
      ? ''
      : ` (${failed.slice(0, MOST_FAILED).join(', ')}${failed.length > MOST_FAILED ? ', …' : ''})`;
  return TASK_STATES.flatMap((state) => {
    const count = parts.filter((part) => part.state === state).length;
    return count === 0 ? [] : [`${count} ${state}${state === 'failed' ? names : ''}`];
  }).join(', ');
}
