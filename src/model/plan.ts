import type { JsonValue } from './json.ts';
import type { Answer, FailureMode, InputDefinition, PoolDefinition, Priority, RetryOn } from './workflow.ts';

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
  /** Names of the secrets that its expressions may read. */
  readonly secrets: readonly string[];
  readonly pools: Readonly<Record<string, PoolDefinition>>;
  /**
   * In the order of the file, those of `finally` behind the others. Every id in `needs` is one of these, and there
   * is no cycle. No task needs one of `finally` but those of `finally` themselves, and these need no others.
   */
  readonly tasks: readonly PlannedTask[];
  /** The ids that it was narrowed to, with all that these need; absent where it has all tasks of its file. */
  readonly selected?: readonly string[];
  /** (e) What a run leaves, evaluated at its end. */
  readonly outputs: Readonly<Record<string, string>>;
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
  /** Runs once all tasks without this have settled, whatever came of them. */
  readonly finally?: true;
  /** Repeats the task: each instance is a task of its own. */
  readonly matrix?: PlannedMatrix;
  /** A name in the plan's `pools`. */
  readonly pool?: string;
  readonly cache?: PlannedCache;
}

/** What a task is repeated over. */
export interface PlannedMatrix {
  /** By name a list, or a text (e) that gives one; every string inside may hold expressions. */
  readonly axes: Readonly<Record<string, JsonValue>>;
  /** (e) Lists of objects, or texts that give such. */
  readonly include?: JsonValue;
  readonly exclude?: JsonValue;
}

export interface PlannedCache {
  /** (e) Globs, from the workflow's folder, of the files that the task reads. */
  readonly inputs: readonly string[];
  /** (e) Globs of the files that it makes. */
  readonly outputs: readonly string[];
  /** Inherited variables that count. */
  readonly env: readonly string[];
}

export type PlannedWork =
  /** `script` (e); `shell` and `cwd` (e) as written. */
  | { readonly kind: 'run'; readonly script: string; readonly shell?: string; readonly cwd?: string }
  /** `path` and the strings inside `with` (e). */
  | { readonly kind: 'module'; readonly path: string; readonly with?: JsonValue; readonly cwd?: string }
  /** `plan` is that of the file at `path`; the strings inside `with` (e). */
  | { readonly kind: 'workflow'; readonly path: string; readonly plan: Plan; readonly with?: JsonValue }
  /** `message` (e); `default` is what the task's `timeout` answers. */
  | { readonly kind: 'approval'; readonly message: string; readonly default?: Answer };

/** The kinds that a process carries out: what a runner is given. */
export type ExecutableWork = Extract<PlannedWork, { readonly kind: 'run' | 'module' }>;

/** A task whose attempts a runner carries out. */
export type ExecutableTask = PlannedTask & { readonly work: ExecutableWork };

export function isExecutable(task: PlannedTask): task is ExecutableTask {
  return task.matrix === undefined && (task.work.kind === 'run' || task.work.kind === 'module');
}

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
