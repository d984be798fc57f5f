import type { AnswerWay, CancelReason, RunEvent } from '../model/event.ts';
import type { Answer } from '../model/workflow.ts';
import type { AttemptResult } from './runner.ts';

/** What happened. `at` is ms since the epoch. */
export type Input = { readonly at: number } & (
  | { readonly type: 'begin' }
  | { readonly type: 'attempt-ended'; readonly task: string; readonly ended: EndedAttempt }
  | { readonly type: 'due'; readonly timer: Timer }
  | GivenAnswer
  /** How far an attempt says it is. */
  | {
      readonly type: 'progress';
      readonly task: string;
      readonly attempt: number;
      readonly fraction: number;
      readonly message?: string;
    }
  /** `force`: nothing is kept running, whatever its `if` says. */
  | { readonly type: 'cancel-asked'; readonly reason: CancelReason; readonly force: boolean }
);

/** A person's answer to an approval. What isn't waiting for one passes it over. */
export interface GivenAnswer {
  readonly type: 'answered';
  readonly task: string;
  readonly answer: Answer;
  readonly by: string;
  readonly via: AnswerWay;
  readonly comment?: string;
}

/** What the scheduler waits for; at most one of each at a time. */
export type Timer =
  /** The next attempt of a task. */
  | { readonly type: 'retry'; readonly task: string }
  /** The `timeout` of an approval. */
  | { readonly type: 'answer'; readonly task: string }
  /** The `timeout` of a nested workflow, or of the whole run, whose task is empty. */
  | { readonly type: 'timeout'; readonly task: string }
  /** A pool whose rate lets the next task start. */
  | { readonly type: 'pool'; readonly pool: string };

export type EndedAttempt = AttemptResult & { readonly tail: readonly string[] };

/** The events to be written, in order, and after that the actions to be carried out. */
export interface Step {
  readonly events: readonly RunEvent[];
  readonly actions: readonly Action[];
}

export type Action =
  | { readonly type: 'start'; readonly task: string; readonly attempt: number }
  | { readonly type: 'stop'; readonly task: string; readonly force: boolean }
  /** Tell `due` after `delay` ms. */
  | { readonly type: 'wait'; readonly timer: Timer; readonly delay: number }
  | { readonly type: 'stop-waiting'; readonly timer: Timer };
