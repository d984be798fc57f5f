import type { Run, TaskRun } from './run.ts';
import { isSettled } from './taskState.ts';

/** A stretch of a run. Moments in ms since the epoch. */
export interface Span {
  readonly from: number;
  /** Absent while it goes on. */
  readonly to: number | undefined;
}

/**
 * When a task was worked on: from its first attempt, since it last began anew, to its last one's end; of one that
 * consists of others, from when it turned into them. `undefined` of one that wasn't, and of a question to a person.
 */
export function workSpan(task: TaskRun): Span | undefined {
  if (task.expandedAt !== undefined) return { from: task.expandedAt, to: task.endedAt };
  const first = task.attempts[task.earlierAttempts];
  if (first === undefined) return undefined;
  return { from: first.startedAt, to: isSettled(task.state) ? task.attempts.at(-1)?.endedAt : undefined };
}

/** When a task waited for a person. `undefined` of one that asked nothing. */
export function waitSpan({ question, answer, endedAt }: TaskRun): Span | undefined {
  return question && { from: question.askedAt, to: answer?.at ?? endedAt };
}

/** ms between two moments in which a process drove the run; 0 where the machine's clock was turned back in between. */
export function drivenTime(run: Run, from: number, to: number): number {
  return Math.max(to - from - pausedTime(run, from, to), 0);
}

/** ms between two moments in which no process drove the run. */
export function pausedTime({ pauses }: Run, from: number, to = Number.POSITIVE_INFINITY): number {
  return pauses.reduce(
    (sum, pause) => sum + Math.max(Math.min(pause.to, to) - Math.max(pause.from, from), 0),
    0,
  );
}
