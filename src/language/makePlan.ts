import { stages } from '../model/graph.ts';
import type { Plan, PlannedTask, PlannedWork, RetryPolicy } from '../model/plan.ts';
import type { Entry, Task, Work, WrittenRetryPolicy } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { DEFAULT_RETRY_POLICY } from './defaults.ts';

/** Where a plan is made from and for. */
export interface PlanPlace {
  /** A path or a URI, for people; without a `name`, the workflow is called after it. */
  readonly file: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** How many tasks run at once where the workflow doesn't say; 1 or more. */
  readonly parallelism: number;
}

/** The workflow with every default filled in, or `undefined` where a diagnostic is an error. */
export function makePlan(analysis: Analysis, place: PlanPlace): Plan | undefined {
  const { workflow, diagnostics, lines } = analysis;
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return undefined;
  const needs = new Map(workflow.tasks.map((task) => [task.id.value, namesOf(task.needs)]));
  const depth = stages([...needs].map(([id, all]) => ({ id, needs: all })));
  const description = workflow.description?.value;
  return {
    name: workflow.name?.value.trim() || nameOf(place.file),
    ...(description === undefined ? {} : { description }),
    file: place.file,
    folder: place.folder,
    maxConcurrentTasks: workflow.maxConcurrentTasks?.value ?? place.parallelism,
    failureMode: workflow.failureMode?.value ?? 'continue',
    ...(workflow.timeout === undefined ? {} : { timeout: workflow.timeout.value }),
    env: recordOf(workflow.env),
    inputs: Object.fromEntries(workflow.inputs.map(({ name, definition }) => [name.value, definition])),
    secrets: workflow.secrets.map(({ value }) => value),
    pools: Object.fromEntries(workflow.pools.map(({ name, definition }) => [name.value, definition])),
    outputs: recordOf(workflow.outputs),
    tasks: workflow.tasks.flatMap((task) => {
      if (task.work === undefined) return [];
      const id = task.id.value;
      const base = { id, needs: needs.get(id) ?? [], stage: depth.get(id) ?? 0 };
      const line = lines.position(task.id.range.start).line;
      return [plannedTask(task, { ...base, line, work: plannedWork(task.work) }, workflow.retryPolicy)];
    }),
  };
}

function plannedTask(
  task: Task,
  base: Pick<PlannedTask, 'id' | 'needs' | 'stage' | 'line' | 'work'>,
  shared: WrittenRetryPolicy,
): PlannedTask {
  const description = task.description?.value;
  return {
    ...base,
    ...(description === undefined ? {} : { description }),
    ...(task.if === undefined ? {} : { if: task.if.value }),
    env: recordOf(task.env),
    ...(task.timeout === undefined ? {} : { timeout: task.timeout.value }),
    retry: retryPolicy(shared, task.retryPolicy),
    priority: task.priority?.value ?? 'normal',
    continueOnError: task.continueOnError?.value ?? false,
  };
}

function plannedWork(work: Work): PlannedWork {
  switch (work.kind) {
    case 'run':
      return {
        kind: 'run',
        script: work.script.value,
        ...(work.shell === undefined ? {} : { shell: work.shell.value.trim() }),
        ...cwdOf(work),
      };
    case 'module':
      return {
        kind: 'module',
        path: work.path.value,
        ...(work.with === undefined ? {} : { with: work.with }),
        ...cwdOf(work),
      };
    case 'workflow':
    case 'approval':
      throw new RangeError('Not read yet.');
  }
}

function cwdOf({ cwd }: Extract<Work, { readonly kind: 'run' | 'module' }>): { readonly cwd?: string } {
  return cwd === undefined ? {} : { cwd: cwd.value };
}

/** Key by key: the task's, the workflow's, the default. */
function retryPolicy(shared: WrittenRetryPolicy, own: WrittenRetryPolicy): RetryPolicy {
  return { ...DEFAULT_RETRY_POLICY, ...shared, ...own };
}

function namesOf(needs: Task['needs']): readonly string[] {
  return [...new Set(needs.map((need) => need.value))];
}

function recordOf(entries: readonly Entry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ name, value }) => [name.value, value.value]));
}

/** `path/to/build.flow.yaml` is called `build`. */
function nameOf(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  return base.replace(/(\.flow)?\.ya?ml$/, '') || base;
}
