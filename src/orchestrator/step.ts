import type { CancelReason, RunEvent } from '../model/event.ts';
import type { AttemptResult } from './runner.ts';

/** What happened. `at` is ms since the epoch. */
export type Input = { readonly at: number } & (
  | { readonly type: 'begin' }
  | { readonly type: 'attempt-ended'; readonly task: string; readonly ended: EndedAttempt }
  | { readonly type: 'retry-due'; readonly task: string }
  /** `force`: nothing is kept running, whatever its `if` says. */
  | { readonly type: 'cancel-asked'; readonly reason: CancelReason; readonly force: boolean }
);

export type EndedAttempt = AttemptResult & { readonly tail: readonly string[] };

/** The events to be written, in order, and after that the actions to be carried out. */
export interface Step {
  readonly events: readonly RunEvent[];
  readonly actions: readonly Action[];
}

export type Action =
  | { readonly type: 'start'; readonly task: string; readonly attempt: number }
  | { readonly type: 'stop'; readonly task: string; readonly force: boolean }
  /** Tell `retry-due` after `delay` ms. */
  | { readonly type: 'wait'; readonly task: string; readonly delay: number }
  | { readonly type: 'stop-waiting'; readonly task: string };
