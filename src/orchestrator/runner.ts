import type { Cached } from '../model/event.ts';
import type { Failure } from '../model/failure.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ExecutableWork } from '../model/plan.ts';

/** Carries out one attempt of a task of one kind. Never throws: what goes wrong is a failure in the result. */
export interface Runner<Kind extends ExecutableWork['kind'] = ExecutableWork['kind']> {
  run(request: AttemptRequest<Kind>, control: AttemptControl): Promise<AttemptResult>;
}

/** One runner for each kind of task. */
export type Runners = { readonly [Kind in ExecutableWork['kind']]: Runner<Kind> };

export interface AttemptRequest<Kind extends ExecutableWork['kind'] = ExecutableWork['kind']> {
  readonly task: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly work: Extract<ExecutableWork, { kind: Kind }>;
  /** The whole environment of the attempt, inherited variables included. */
  readonly env: Readonly<Record<string, string>>;
  /** The workflow's folder, absolute; relative paths start here. */
  readonly folder: string;
  /** A folder of this attempt's own, made already, for its script, outputs and log. */
  readonly scratch: string;
  /** State and outputs of the direct needs, by task id. */
  readonly needs: Readonly<Record<string, NeedResult>>;
  /** Evaluates an expression, without `${{ }}`, in the attempt's context. Throws `EvaluationError`. */
  evaluate(expression: string): JsonValue;
  /** Evaluates a text that may hold `${{ }}`. Throws `EvaluationError`. */
  evaluateText(text: string): string;
  /** Evaluates every string inside a value. Throws `EvaluationError`. */
  evaluateDeep(value: JsonValue): JsonValue;
}

export interface NeedResult {
  readonly state: string;
  readonly outputs: JsonObject;
}

export interface AttemptControl {
  /** Aborted on cancel and timeout: end everything that the attempt started, then settle. */
  readonly signal: AbortSignal;
  /** Aborted when there is no more patience: what still runs is killed. */
  readonly force: AbortSignal;
  /** ms between the plea (SIGTERM) and the kill (SIGKILL). */
  readonly grace: number;
  /**
   * Takes bytes as the attempt writes them, torn anywhere. Where it returns a promise, whoever reads is behind: no
   * more is to be read from the attempt until it resolves.
   */
  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> | undefined;
  /** Puts a line of our own in brackets into the attempt's log: what about it was passed over, say. */
  note(text: string): void;
  /** How far the attempt says it is: 0 to 1, and in words where it says so. */
  progress(fraction: number, message?: string): void;
}

export type AttemptResult = {
  /** The result was found in the cache: nothing was run. */
  readonly cached?: Cached;
  /** bytes */
  readonly peakMemory?: number;
  /** It was asked to stop before it ended: whatever it ended with, it isn't done. */
  readonly stopped?: boolean;
} & (
  | { readonly type: 'completed'; readonly outputs: JsonObject }
  | { readonly type: 'failed'; readonly failure: Failure }
);
