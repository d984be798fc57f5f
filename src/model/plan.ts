import type { JsonValue } from './json.ts';
import type { FailureMode, InputDefinition, Priority, RetryOn } from './workflow.ts';

/**
 * A workflow that can be run: checked, every default filled in, plain JSON.
 * The journal keeps it, so that a run can be read and drawn without the file it came from.
 */
export interface Plan {
  readonly name: string;
  readonly description?: string;
  /** Where it came from, for people: a path or a URI. */
  readonly file: string;
  /** The folder that relative paths start from: the file's. */
  readonly folder: string;
  /** At most so many tasks run at once. */
  readonly maxConcurrentTasks: number;
  readonly failureMode: FailureMode;
  /** Of the whole run, ms. */
  readonly timeout?: number;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, InputDefinition>>;
  /** In the order of the file. Every id in `needs` is one of these, and there is no cycle. */
  readonly tasks: readonly PlannedTask[];
}

/** Strings marked with (e) may hold `${{ }}`, evaluated when the attempt starts. */
export interface PlannedTask {
  readonly id: string;
  readonly description?: string;
  readonly needs: readonly string[];
  /** Depth in the graph: 0 without needs, else one more than the deepest need. */
  readonly stage: number;
  /** Zero-based line of the task's key in the file. */
  readonly line: number;
  readonly work: PlannedWork;
  /** (e), bare or in `${{ }}`. */
  readonly if?: string;
  /** (e) */
  readonly env: Readonly<Record<string, string>>;
  /** Of one attempt, ms. */
  readonly timeout?: number;
  readonly retry: RetryPolicy;
  readonly priority: Priority;
  readonly continueOnError: boolean;
}

export type PlannedWork =
  /** `script` (e); `shell` and `cwd` (e) as written. */
  | { readonly kind: 'run'; readonly script: string; readonly shell?: string; readonly cwd?: string }
  /** `path` and the strings inside `with` (e). */
  | { readonly kind: 'module'; readonly path: string; readonly with?: JsonValue; readonly cwd?: string };

/** Times in ms. */
export interface RetryPolicy {
  /** All attempts, the first included; 1 or more. */
  readonly maxAttempts: number;
  readonly initialDelay: number;
  readonly backoffFactor: number;
  readonly maxDelay: number;
  readonly jitter: boolean;
  readonly retryOn: RetryOn;
}
