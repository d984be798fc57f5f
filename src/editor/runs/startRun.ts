import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { commands, type Uri, window, workspace } from 'vscode';
import { makePlan } from '../../language/makePlan.ts';
import type { Plan } from '../../model/plan.ts';
import { diskFiles } from '../../orchestrator/inputFiles.ts';
import { resolveInputs } from '../../orchestrator/inputs.ts';
import { selectTasks } from '../../orchestrator/select.ts';
import { setting } from '../names/settings.ts';
import type { Parts } from '../parts.ts';
import { workflowLabel } from '../workflowFiles.ts';
import { askInputs } from './askInputs.ts';
import type { HeldRun, HeldRuns } from './heldRuns.ts';
import { whyNotRun } from './mayRun.ts';

export interface RunRequest {
  readonly uri: Uri;
  /** Only these tasks and what they need. */
  readonly tasks?: readonly string[];
  /** Completed tasks of this run are taken over, its inputs are given again. */
  readonly previous?: HeldRun;
  /** Text by input name; what is missing and has no default is asked for. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/**
 * Starts a run of a workflow's file as it is in the editor, saved first.
 * Resolves with `undefined` when it wasn't started; the person has been told why, or has said so.
 */
export async function startRun(
  { analyses, runs }: Pick<Parts, 'analyses' | 'runs'>,
  request: RunRequest,
): Promise<HeldRun | undefined> {
  const { uri, previous } = request;
  const refusal = whyNotRun({ trusted: workspace.isTrusted, scheme: uri.scheme });
  if (refusal !== undefined) {
    const answer = await window.showWarningMessage(
      refusal.message,
      ...(refusal.remedy ? [refusal.remedy] : []),
    );
    if (answer !== undefined) await commands.executeCommand(answer.command);
    return undefined;
  }
  await workspace.saveAll(false);
  const document = await workspace.openTextDocument(uri);
  const whole = makePlan(analyses(document), {
    file: uri.fsPath,
    folder: dirname(uri.fsPath),
    parallelism: availableParallelism(),
  });
  if (whole === undefined) return refuseErrors(uri);
  const plan = narrowed(whole, request);
  if (!(await mayStartBeside(uri, runs))) return undefined;
  const files = diskFiles({
    givenFolder: workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? plan.folder,
    workflowFolder: plan.folder,
  });
  const given = await askInputs(plan, files, { ...inputsOf(previous), ...request.inputs });
  if (given === undefined) return undefined;
  const resolved = resolveInputs(plan.inputs, given, files);
  if ('faults' in resolved) {
    await window.showErrorMessage(resolved.faults.join(' '));
    return undefined;
  }
  return runs.start({
    uri,
    plan,
    inputs: resolved.inputs,
    trigger: 'editor',
    ...(previous && { previous: previous.run }),
    killGrace: setting('flow.run.killGrace', uri) * 1000,
  });
}

function narrowed(plan: Plan, { tasks, previous }: RunRequest): Plan {
  if (tasks !== undefined) return selectTasks(plan, tasks);
  if (previous === undefined) return plan;
  // A rerun carries out the tasks of the run before, as far as the file still has them.
  const known = plan.tasks.map(({ id }) => id).filter((id) => previous.run.tasks.has(id));
  return known.length === 0 ? plan : selectTasks(plan, known);
}

function inputsOf(previous: HeldRun | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(previous?.run.inputs ?? {}).map(([name, value]) => [name, String(value)]),
  );
}

async function refuseErrors(uri: Uri): Promise<undefined> {
  const answer = await window.showErrorMessage(
    `“${workflowLabel(uri)}” has errors, so it was not run.`,
    'Show Problems',
  );
  if (answer === undefined) return;
  await window.showTextDocument(uri, { preview: false });
  await commands.executeCommand('workbench.actions.view.problems');
}

/** Two runs of one workflow write the same files, which is seldom meant. */
async function mayStartBeside(uri: Uri, runs: HeldRuns): Promise<boolean> {
  const running = (): readonly HeldRun[] => runs.live().filter((run) => String(run.uri) === String(uri));
  const [first] = running();
  if (first === undefined) return true;
  const answer = await window.showWarningMessage(
    `“${first.run.plan.name}” is running already.`,
    'Cancel It and Run',
    'Run Both',
  );
  if (answer !== 'Cancel It and Run') return answer === 'Run Both';
  const cancelled = running();
  for (const run of cancelled) runs.cancel(run);
  await Promise.all(cancelled.map((run) => runs.finished(run)));
  return true;
}
