import type {
  Plan,
  PlannedCache,
  PlannedMatrix,
  PlannedTask,
  PlannedWork,
  RetryPolicy,
} from '../model/plan.ts';
import type {
  Entry,
  Task,
  Work,
  WrittenCache,
  WrittenMatrix,
  WrittenRetryPolicy,
} from '../model/workflow.ts';
import { DEFAULT_RETRY_POLICY } from './defaults.ts';

/** A task, and what the plan around it knows of it. */
export interface TaskPlace {
  readonly task: Task;
  readonly work: Work;
  readonly stage: number;
  readonly line: number;
  /** The workflow's. */
  readonly retry: WrittenRetryPolicy;
  /** The plan of the file at a path. */
  nested(path: string): Plan;
}

/** A task with every default filled in. */
export function plannedTask({ task, work, stage, line, retry, nested }: TaskPlace): PlannedTask {
  const description = task.description?.value;
  return {
    id: task.id.value,
    needs: [...new Set(task.needs.map((need) => need.value))],
    stage,
    line,
    work: plannedWork(work, nested),
    ...(description === undefined ? {} : { description }),
    ...(task.if === undefined ? {} : { if: task.if.value }),
    env: recordOf(task.env),
    ...(task.timeout === undefined ? {} : { timeout: task.timeout.value }),
    retry: retryPolicy(retry, task.retryPolicy, work),
    priority: task.priority?.value ?? 'normal',
    continueOnError: task.continueOnError?.value ?? false,
    ...(task.finally ? { finally: true as const } : {}),
    ...(task.matrix === undefined ? {} : { matrix: plannedMatrix(task.matrix) }),
    ...(task.pool === undefined ? {} : { pool: task.pool.value }),
    ...(task.cache === undefined ? {} : { cache: plannedCache(task.cache) }),
  };
}

export function recordOf(entries: readonly Entry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ name, value }) => [name.value, value.value]));
}

function plannedWork(work: Work, nested: (path: string) => Plan): PlannedWork {
  switch (work.kind) {
    case 'run':
      return {
        kind: 'run',
        script: work.script.value,
        ...(work.shell === undefined ? {} : { shell: work.shell.value.trim() }),
        ...cwdOf(work),
      };
    case 'module':
      return { kind: 'module', path: work.path.value, ...withOf(work), ...cwdOf(work) };
    case 'workflow':
      return {
        kind: 'workflow',
        path: work.path.value,
        plan: nested(work.path.value),
        ...withOf(work),
      };
    case 'approval':
      return {
        kind: 'approval',
        message: work.message.value,
        ...(work.default === undefined ? {} : { default: work.default.value }),
      };
  }
}

function withOf(
  work: Extract<Work, { readonly kind: 'module' | 'workflow' }>,
): Pick<Extract<PlannedWork, { readonly kind: 'module' }>, 'with'> {
  return work.with === undefined ? {} : { with: work.with };
}

function cwdOf({ cwd }: Extract<Work, { readonly kind: 'run' | 'module' }>): { readonly cwd?: string } {
  return cwd === undefined ? {} : { cwd: cwd.value };
}

/** Key by key: the task's, the workflow's, the default. What isn't carried out by a process is never tried again. */
function retryPolicy(shared: WrittenRetryPolicy, own: WrittenRetryPolicy, { kind }: Work): RetryPolicy {
  if (kind === 'workflow' || kind === 'approval') return DEFAULT_RETRY_POLICY;
  return { ...DEFAULT_RETRY_POLICY, ...shared, ...own };
}

function plannedMatrix({ axes, include, exclude }: WrittenMatrix): PlannedMatrix {
  return {
    axes,
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
  };
}

function plannedCache({ inputs, outputs, env }: WrittenCache): PlannedCache {
  return {
    inputs: inputs.map(({ value }) => value),
    outputs: outputs.map(({ value }) => value),
    env: env.map(({ value }) => value),
  };
}
