import { type Reason, reasonText } from '../model/reason.ts';
import { counted } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import type { Paint } from './paint.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

const MOST_TASKS = 15;

/** Each task that ran again though there was a result of it, and why. */
export function againSection(summary: Summary, paint: Paint): readonly string[] {
  const again = ranAgain(summary);
  const left = again.length - MOST_TASKS;
  return [
    ...again.slice(0, MOST_TASKS).map((task) => `${oneLine(task.id)}: ${reasonsText(task.again)}`),
    ...(left > 0 ? [paint.dim(`… and ${counted(left, 'more task')}`)] : []),
  ];
}

export function ranAgain({ tasks }: Summary): readonly TaskSummary[] {
  return tasks.filter(({ again }) => again.length > 0);
}

/** `it had failed`, `env SEED changed: 41 → 42; upstream wave ran again`. */
export function reasonsText(reasons: readonly Reason[]): string {
  return oneLine(reasons.map(reasonText).join('; '));
}
