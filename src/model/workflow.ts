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
  /** Names of values that are kept from every text shown or stored. */
  readonly secrets: readonly Located<string>[];
  readonly pools: readonly Pool[];
  /** In the order of the file, those of `finally` behind the others. Of tasks with one id the first counts. */
  readonly tasks: readonly Task[];
  /** What a run of the workflow leaves, by name. */
  readonly outputs: readonly Entry[];
}

/** A limit with a name, beside `max_concurrent_tasks`. */
export interface Pool {
  readonly name: Located<string>;
  readonly definition: PoolDefinition;
}

export interface PoolDefinition {
  /** How many tasks of the pool run at one time at most. */
  readonly limit?: number;
  /** How many tasks of the pool start within any `per` ms at most. */
  readonly rate?: { readonly starts: number; readonly per: number };
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
  readonly matrix: WrittenMatrix | undefined;
  readonly pool: Located<string> | undefined;
  readonly cache: WrittenCache | undefined;
  /** Written under `finally`: runs when all the others have settled, whatever came of them. */
  readonly finally: boolean;
  /** The whole task, its key included. */
  readonly range: Range;
}

/** What a task does. A new kind is a new member here, an entry in the language's schema, and a runner. */
export type Work = RunWork | ModuleWork | WorkflowWork | ApprovalWork;

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

/** Another workflow as one task. */
export interface WorkflowWork {
  readonly kind: 'workflow';
  /** Without expressions; relative to the workflow's file. */
  readonly path: Text;
  /** Its inputs, each a JSON value whose strings may hold expressions. */
  readonly with: JsonValue | undefined;
  /** Every string inside `with`, for diagnostics at the exact place. */
  readonly texts: readonly Text[];
}

/** A question that a person answers. */
export interface ApprovalWork {
  readonly kind: 'approval';
  /** What is asked. */
  readonly message: Text;
  /** What the `timeout` answers where nobody does; without it the task fails then. */
  readonly default: Located<Answer> | undefined;
}

export type Answer = 'approve' | 'reject';

export type TaskKind = Work['kind'];

/** What a task is repeated over, as written. */
export interface WrittenMatrix {
  /** JSON in which strings may hold expressions: by name a list, or a text whose one expression gives a list. */
  readonly axes: Readonly<Record<string, JsonValue>>;
  readonly include: JsonValue | undefined;
  readonly exclude: JsonValue | undefined;
  /** The names that `matrix.` can read; `undefined` where some are known only at run time. */
  readonly names: readonly string[] | undefined;
  /** Every string inside it, for diagnostics at the exact place. */
  readonly texts: readonly Text[];
  readonly range: Range;
}

/** When a task's result may be taken from an earlier one. */
export interface WrittenCache {
  /** Globs of the files that it reads. */
  readonly inputs: readonly Text[];
  /** Globs of the files that it makes. */
  readonly outputs: readonly Text[];
  /** Inherited variables that count, beside `env`. */
  readonly env: readonly Located<string>[];
  readonly range: Range;
}

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
  readonly type: 'string' | 'number' | 'boolean' | 'choice' | 'file';
  readonly description?: string;
  readonly default?: string | number | boolean;
  /** Of a `choice`. */
  readonly options?: readonly string[];
  /** Of a `number`. */
  readonly minimum?: number;
  readonly maximum?: number;
}
