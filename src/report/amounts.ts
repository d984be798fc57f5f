import { TASK_STATES, type TaskState } from '../model/taskState.ts';

/** `1 task`, `8 tasks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `5 completed, 1 failed, 2 skipped`: every state that some task is in. */
export function stateCounts(counts: Readonly<Partial<Record<TaskState, number>>>): string {
  const present: readonly TaskState[] = [...SETTLED_FIRST, ...TASK_STATES];
  return [...new Set(present)]
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${counts[state]} ${state}`)
    .join(', ');
}

const SETTLED_FIRST: readonly TaskState[] = ['completed', 'failed', 'skipped', 'cancelled'];

/** `alpha, beta, gamma and 4 more`. */
export function listed(names: readonly string[], most: number): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** A ratio as `87.5%`: never 100% short of all, nor 0% beyond nothing. */
export function percent(ratio: number): string {
  if (ratio >= 1 || ratio <= 0) return `${Math.round(ratio * 100)}%`;
  return `${Math.min(Math.max(Math.round(ratio * 1000) / 10, 0.1), 99.9)}%`;
}

/** Decimal units: `512 B`, `64.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${amount < 99.95 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}
