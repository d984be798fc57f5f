import type { Uri } from 'vscode';
import type { Plan } from '../../model/plan.ts';
import { selectTasks } from '../../orchestrator/select.ts';
import { takeOver } from '../../orchestrator/takeOver.ts';
import type { HeldRun } from './heldRun.ts';
import { prepareRun, type RunParts } from './prepareRun.ts';

export interface RunRequest {
  readonly uri: Uri;
  /** Only these tasks and what they need. */
  readonly tasks?: readonly string[];
  /** Results of this run are taken over where they still hold, its inputs are given again. */
  readonly previous?: HeldRun;
  /** Text by input name; what is missing and has no default is asked for. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/**
 * Starts a run of a workflow's file as it is in the editor, saved first.
 * Resolves with `undefined` when it wasn't started; the person has been told why, or has said so.
 */
export async function startRun(parts: RunParts, request: RunRequest): Promise<HeldRun | undefined> {
  const { uri, previous } = request;
  const prepared = await prepareRun(parts, {
    uri,
    narrow: (plan) => narrowed(plan, request),
    ...(previous && { before: previous.run }),
    ...(request.inputs && { inputs: request.inputs }),
  });
  if (prepared === undefined) return undefined;
  const { plan, inputs } = prepared;
  return parts.runs.start({
    ...prepared,
    ...(previous && {
      previous: await takeOver({ before: previous.run, folder: previous.folder, plan, inputs }),
    }),
  });
}

function narrowed(plan: Plan, { tasks, previous }: RunRequest): Plan {
  if (tasks !== undefined) return selectTasks(plan, tasks);
  if (previous === undefined) return plan;
  // A rerun carries out the tasks of the run before, as far as the file still has them.
  const known = plan.tasks.map(({ id }) => id).filter((id) => previous.run.tasks.has(id));
  return known.length === 0 ? plan : selectTasks(plan, known);
}
