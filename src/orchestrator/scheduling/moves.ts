import type { CancelReason } from '../../model/event.ts';
import type { TaskRun } from '../../model/run.ts';
import type { EndedAttempt, GivenAnswer } from '../step.ts';

/** What can be done to a run at a moment `at`, ms since the epoch. Each is a file of its own; they call one another. */
export interface Moves extends Entering, Deciding, Settling, Attempting, Asking, Stopping {}

export interface Entering {
  /** Takes a workflow in as it stands, and moves on whatever in it can be. */
  enterWorkflow(scope: string, at: number): void;
  /** The same for what a matrix turned into. */
  enterMatrix(task: TaskRun, at: number): void;
  /** Takes in the nested workflow that a task is made of. */
  enterGroup(task: TaskRun, at: number): void;
}

export interface Deciding {
  /** Each whose needs have settled becomes ready, or is settled itself, and so on downstream. */
  decideAll(tasks: readonly TaskRun[], at: number): void;
  /** One whose `if` is yet to be asked, or an instance whose matrix said so already. */
  decideInstance(part: TaskRun, byInstance: boolean, at: number): void;
  becomeReady(task: TaskRun, at: number): void;
  /** Whether its `if` lets it run as things stand; not where it can't be evaluated. */
  holdsNow(task: TaskRun): boolean;
}

export interface Settling {
  /** Takes in that a task has settled, and what follows from it. */
  settle(task: TaskRun, at: number): void;
  /** The same for one that is being decided; returns whose needs are all settled now. */
  settled(task: TaskRun, at: number): readonly TaskRun[];
  /** A task ends whose parts have all settled. */
  endGroup(task: TaskRun, at: number): void;
  finishIfDone(at: number): void;
}

export interface Attempting {
  endAttempt(task: TaskRun, ended: EndedAttempt, at: number): void;
  /** The attempt that ran when the run's process ended. */
  cutOff(task: TaskRun, at: number): void;
  /** The time that a pool's rate asked for has passed. */
  rateDue(pool: string): void;
  startWhatFits(at: number): void;
}

export interface Asking {
  ask(task: TaskRun, message: string, at: number): void;
  /** Goes on waiting for an answer, or with the one that was given. */
  askOn(task: TaskRun, at: number): void;
  takeAnswer(answer: GivenAnswer, at: number): void;
  /** The approval's `timeout` is over. */
  answerByTimeout(task: TaskRun, at: number): void;
}

export interface Stopping {
  /** Stops a workflow: the run's own, or one nested in it. */
  cancel(scope: string, reason: CancelReason, force: boolean, at: number): void;
  /** The first failure that nobody allowed decides about the rest of its workflow, but for what it skipped by itself. */
  answerFailures(at: number): void;
  /** Why a workflow is being stopped. */
  stopReason(scope: string): CancelReason | undefined;
  /** Whether a task decides by itself what to do after a failure or a cancel. */
  isKeptByItself(task: TaskRun): boolean;
}
