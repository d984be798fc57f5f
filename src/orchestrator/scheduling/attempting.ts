import { countedAttempts, type TaskRun } from '../../model/run.ts';
import { isRetried, jitterShare, retryDelay } from '../backoff.ts';
import type { EndedAttempt } from '../step.ts';
import type { Desk } from './desk.ts';
import type { Attempting, Moves } from './moves.ts';

/** Attempts start where there is a slot, and end: for good, or to be followed by another. */
export function attempting(desk: Desk, moves: Moves): Attempting {
  const { book, lanes } = desk;
  const { run } = book;
  /** Pools whose rate is waited for. */
  const awaited = new Set<string>();
  return {
    endAttempt(task, ended, at) {
      lanes.ended(task);
      if (!recordEnd(task, ended, at)) moves.settle(task, at);
    },
    cutOff(task, at) {
      const attempt = task.attempts.at(-1)?.number ?? 0;
      const failure = { reason: 'interrupted' } as const;
      book.record({ type: 'task-retrying', at, task: task.task.id, attempt, failure, delay: 0 });
      moves.becomeReady(task, at);
    },
    rateDue: (pool) => awaited.delete(pool),
    startWhatFits(at) {
      const isReady = (id: string): boolean => book.task(id).state === 'ready';
      for (let id = lanes.take(at, isReady); id !== undefined; id = lanes.take(at, isReady)) {
        const attempt = (book.task(id).attempts.at(-1)?.number ?? 0) + 1;
        book.record({ type: 'task-started', at, task: id, attempt });
        book.act({ type: 'start', task: id, attempt });
      }
      awaitRates(at);
    },
  };

  /** Returns whether another attempt follows. */
  function recordEnd(task: TaskRun, ended: EndedAttempt, at: number): boolean {
    const { id, retry } = task.task;
    const attempt = task.attempts.at(-1)?.number ?? 0;
    const told = {
      at,
      task: id,
      attempt,
      ...(ended.peakMemory !== undefined && { peakMemory: ended.peakMemory }),
    };
    if (desk.stopping.delete(id) && (ended.type === 'failed' || ended.stopped === true)) {
      book.record({ type: 'task-cancelled', at, task: id, attempt });
      return false;
    }
    if (ended.type === 'completed') {
      const { outputs, cached } = ended;
      book.record({ type: 'task-completed', ...told, outputs, ...(cached !== undefined && { cached }) });
      return false;
    }
    const { failure, tail } = ended;
    const tries = countedAttempts(task);
    if (tries >= retry.maxAttempts || !isRetried(retry, failure)) {
      book.record({ type: 'task-failed', ...told, failure, tail });
      return false;
    }
    const delay = retryDelay(retry, tries, jitterShare(run.id, id, tries));
    book.record({ type: 'task-retrying', ...told, failure, delay });
    desk.wait({ type: 'retry', task: id }, delay);
    return true;
  }

  function awaitRates(at: number): void {
    for (const [pool, delay] of lanes.rateWaits(at)) {
      if (awaited.has(pool)) continue;
      awaited.add(pool);
      desk.wait({ type: 'pool', pool }, delay);
    }
  }
}
