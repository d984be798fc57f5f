import type { Plan } from '../model/plan.ts';
import type { Analysis } from './analyze.ts';
import type { NestedFile } from './nested/nestedFiles.ts';
import { plannedTask, recordOf } from './plannedTask.ts';
import { taskStages } from './taskStages.ts';

/** Where a plan is made from and for. */
export interface PlanPlace {
  /** A path or a URI, for people; without a `name`, the workflow is called after it. */
  readonly file: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** How many tasks run at once where the workflow doesn't say; 1 or more. */
  readonly parallelism: number;
  /** How many tasks run at once whatever the workflow says; the workflows nested in it keep what they say. */
  readonly maxConcurrentTasks?: number;
}

/**
 * The workflow with every default filled in, and the workflows that are its tasks in it; `undefined` where a
 * diagnostic is an error. Throws a `RangeError` where it runs another file and was analysed without a place.
 */
export function makePlan(analysis: Analysis, place: PlanPlace): Plan | undefined {
  const isBroken = analysis.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return isBroken ? undefined : planOf(analysis, analysis.files, place);
}

/** Whatever the nested files may not say falls back to what the outer one says. */
function planOf(analysis: Analysis, file: NestedFile | undefined, place: PlanPlace): Plan {
  const { workflow, lines } = analysis;
  const maxConcurrentTasks =
    place.maxConcurrentTasks ?? workflow.maxConcurrentTasks?.value ?? place.parallelism;
  const description = workflow.description?.value;
  const depth = taskStages(workflow);
  return {
    name: workflow.name?.value.trim() || nameOf(place.file),
    ...(description === undefined ? {} : { description }),
    file: place.file,
    folder: place.folder,
    maxConcurrentTasks,
    failureMode: workflow.failureMode?.value ?? 'continue',
    ...(workflow.timeout === undefined ? {} : { timeout: workflow.timeout.value }),
    env: recordOf(workflow.env),
    inputs: Object.fromEntries(workflow.inputs.map(({ name, definition }) => [name.value, definition])),
    secrets: [...new Set(workflow.secrets.map(({ value }) => value))],
    pools: Object.fromEntries(workflow.pools.map(({ name, definition }) => [name.value, definition])),
    tasks: workflow.tasks.flatMap((task) => {
      if (task.work === undefined) return [];
      const stage = depth.get(task.id.value) ?? 0;
      const { line } = lines.position(task.id.range.start);
      const nested = (path: string): Plan => nestedPlan(file?.nested.get(path), maxConcurrentTasks);
      return [plannedTask({ task, work: task.work, stage, line, retry: workflow.retryPolicy, nested })];
    }),
    outputs: recordOf(workflow.outputs),
  };
}

function nestedPlan(file: NestedFile | undefined, parallelism: number): Plan {
  if (file === undefined) throw new RangeError('A plan needs the files that the workflow runs as tasks.');
  return planOf(file.analysis, file, { file: file.source.file, folder: file.source.folder, parallelism });
}

/** `path/to/build.flow.yaml` is called `build`. */
function nameOf(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  return base.replace(/(\.flow)?\.ya?ml$/, '') || base;
}
