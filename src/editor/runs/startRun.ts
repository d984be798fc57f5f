import { type Uri, window } from 'vscode';
import type { Plan } from '../../model/plan.ts';
import { selectAgain, selectTasks } from '../../orchestrator/select.ts';
import { takeOver } from '../../orchestrator/takeOver.ts';
import type { HeldRun } from './heldRun.ts';
import { prepareRun, type RunParts } from './prepareRun.ts';

export interface RunRequest {
  readonly uri: Uri;
  /** Only these tasks and what they need. */
  readonly tasks?: readonly string[];
  /** Results of this run are taken over where they still hold, its inputs are given again. */
  readonly previous?: HeldRun;
  /** These run again, with all downstream of them, even where their results hold; ids in full. */
  readonly asked?: readonly string[];
  /** Text by input name; what is missing and has no default is asked for. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Each task runs, whatever the cache keeps of it. */
  readonly withoutCache?: boolean;
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
    ...(request.withoutCache && { withoutCache: true }),
  });
  if (prepared === undefined) return undefined;
  const { plan, inputs } = prepared;
  for (const id of request.asked ?? []) {
    if (
      plan.tasks.some(
        (task) => id === task.id || id.startsWith(`${task.id}[`) || id.startsWith(`${task.id}/`),
      )
    )
      continue;
    await window.showErrorMessage(`The workflow has no task ${id} any more.`);
    return undefined;
  }
  return parts.runs.start({
    ...prepared,
    ...(previous && {
      previous: await takeOver({
        before: previous.run,
        folder: previous.folder,
        plan,
        inputs,
        asked: new Set(request.asked),
      }),
    }),
  });
}

function narrowed(plan: Plan, { tasks, previous }: RunRequest): Plan {
  if (tasks !== undefined) return selectTasks(plan, tasks);
  return previous === undefined ? plan : selectAgain(plan, previous.run.plan);
}
