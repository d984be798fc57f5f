import { allTasks, type SceneTask } from '../drawing/scene.ts';
import type { TaskState } from '../model/taskState.ts';
import type { Snapshot } from './protocol.ts';
import { isLive, runCounts, runWords } from './runWords.ts';

/**
 * What a screen reader is told when `next` follows `before`: that a run began, that tasks failed, that a person is
 * asked, that it ended. `undefined` for all else, which would only drown it.
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
  const said = [failures(before, next), questions(before, next)].filter((words) => words !== undefined);
  return said.length === 0 ? undefined : said.join('; ');
}

function failures(before: Snapshot, next: Snapshot): string | undefined {
  // A task fails with its parts, which are told of.
  const fresh = fallenInto('failed', before, next).filter(({ inside }) => inside === undefined);
  if (fresh.length === 0) return undefined;
  if (fresh.length > MOST) return `${fresh.length} tasks failed`;
  return fresh
    .map(({ id, status }) => `${id} failed${status?.failure === undefined ? '' : `, ${status.failure}`}`)
    .join('; ');
}

function questions(before: Snapshot, next: Snapshot): string | undefined {
  const fresh = fallenInto('waiting', before, next).filter(({ status }) => status?.question !== undefined);
  if (fresh.length === 0) return undefined;
  if (fresh.length > MOST) return `${fresh.length} tasks wait for a person`;
  return fresh
    .map(({ id, status }) => `${id} waits for a person, ${status?.question?.message ?? ''}`)
    .join('; ');
}

const MOST = 3;

function fallenInto(state: TaskState, before: Snapshot, next: Snapshot): readonly SceneTask[] {
  const known = allTasks(before.scene).filter((task) => task.status?.state === state);
  const ids = new Set(known.map(({ id }) => id));
  return allTasks(next.scene).filter((task) => task.status?.state === state && !ids.has(task.id));
}
