import type { JsonValue } from './json.ts';
import type { Located, Range, Text } from './text.ts';

/**
 * What could be understood of a `.flow.yaml` file, right or wrong: what the language features work on.
 * It can't be run. A file without errors gives a `Plan`, which can.
 */
export interface Workflow {
  readonly name: Text | undefined;
  readonly description: Text | undefined;
  readonly maxConcurrentTasks: Located<number> | undefined;
  readonly failureMode: Located<FailureMode> | undefined;
  readonly timeout: Located<number> | undefined;
  readonly retryPolicy: WrittenRetryPolicy;
  readonly env: readonly Entry[];
  readonly inputs: readonly Input[];
  /** In the order of the file. Of tasks with one id the first counts. */
  readonly tasks: readonly Task[];
}

/** `key: value` of a map whose keys the author chooses; the value may hold expressions. */
export interface Entry {
  readonly name: Located<string>;
  readonly value: Text;
}

export interface Task {
  readonly id: Located<string>;
  readonly description: Text | undefined;
  readonly needs: readonly Located<string>[];
  /** Absent where the author wrote no kind, or more than one. */
  readonly work: Work | undefined;
  readonly if: Text | undefined;
  readonly env: readonly Entry[];
  /** ms */
  readonly timeout: Located<number> | undefined;
  readonly retryPolicy: WrittenRetryPolicy;
  readonly priority: Located<Priority> | undefined;
  readonly continueOnError: Located<boolean> | undefined;
  /** The whole task, its key included. */
  readonly range: Range;
}

/** What a task does. A new kind is a new member here, an entry in the language's schema, and a runner. */
export type Work = RunWork | ModuleWork;

export interface RunWork {
  readonly kind: 'run';
  readonly script: Text;
  readonly shell: Text | undefined;
  readonly cwd: Text | undefined;
}

export interface ModuleWork {
  readonly kind: 'module';
  /** A path relative to the workflow's file. */
  readonly path: Text;
  /** JSON in which strings may hold expressions. */
  readonly with: JsonValue | undefined;
  /** Every string inside `with`, for diagnostics at the exact place. */
  readonly texts: readonly Text[];
  readonly cwd: Text | undefined;
}

export type TaskKind = Work['kind'];

/**
 * What a task's failure means for the tasks that aren't downstream of it: they run (`continue`), those that haven't
 * begun don't (`no_new`), or those that run are stopped as well (`kill`).
 */
export type FailureMode = 'continue' | 'no_new' | 'kill';

export type Priority = 'low' | 'normal' | 'high' | 'critical';

/** A retry policy as written: what isn't there falls back to the workflow's, then to the defaults. Times in ms. */
export interface WrittenRetryPolicy {
  readonly maxAttempts?: number;
  readonly initialDelay?: number;
  readonly backoffFactor?: number;
  readonly maxDelay?: number;
  readonly jitter?: boolean;
  readonly retryOn?: RetryOn;
}

/** The failure reasons that are tried again; with `exit_code` narrowed to some codes, or any. */
export interface RetryOn {
  readonly reasons: readonly RetryReason[];
  /** Present when `exit_code: [75, 111]` was written: only these codes are tried again. */
  readonly exitCodes?: readonly number[];
}

export type RetryReason = 'exit_code' | 'signal' | 'timeout' | 'error' | 'outputs';

export interface Input {
  readonly name: Located<string>;
  readonly definition: InputDefinition;
}

/** What a workflow asks of the person who runs it. Without a default it must be given. */
export interface InputDefinition {
  readonly type: 'string' | 'number' | 'boolean' | 'choice';
  readonly description?: string;
  readonly default?: string | number | boolean;
  /** Of a `choice`. */
  readonly options?: readonly string[];
  /** Of a `number`. */
  readonly minimum?: number;
  readonly maximum?: number;
}
