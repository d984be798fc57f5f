import type { Snapshot } from './protocol.ts';
import { isLive, runCounts, runWords } from './runWords.ts';

/**
 * What a screen reader is told when `next` follows `before`: that a run began, that tasks failed, that it ended.
 * `undefined` for all else, which would only drown it.
 */
export function announcement(before: Snapshot | undefined, next: Snapshot): string | undefined {
  if (before === undefined || next.run === undefined) return undefined;
  const began = before.run?.id !== next.run.id;
  if (began && isLive(next.run)) return `Run started, ${runCounts(next.run).all} tasks`;
  if (began) return undefined;
  if (before.run !== undefined && isLive(before.run) && !isLive(next.run)) {
    return `Run ended: ${runWords(next.run, next.now)}`;
  }
  if (before.run?.state === 'running' && next.run.state === 'cancelling') return 'Cancelling the run';
  return failures(before, next);
}

function failures(before: Snapshot, next: Snapshot): string | undefined {
  const failed = new Set(
    before.scene.tasks.filter((task) => task.status?.state === 'failed').map((task) => task.id),
  );
  const fresh = next.scene.tasks.filter((task) => task.status?.state === 'failed' && !failed.has(task.id));
  if (fresh.length === 0) return undefined;
  if (fresh.length > 3) return `${fresh.length} tasks failed`;
  return fresh
    .map(({ id, status }) => `${id} failed${status?.failure === undefined ? '' : `, ${status.failure}`}`)
    .join('; ');
}
