import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { commands, type Uri, window, workspace } from 'vscode';
import { makePlan } from '../../language/makePlan.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { diskFiles } from '../../orchestrator/inputFiles.ts';
import { resolveInputs } from '../../orchestrator/inputs.ts';
import { secretInputFaults } from '../../orchestrator/secrets/inputFaults.ts';
import { setting } from '../names/settings.ts';
import type { Parts } from '../parts.ts';
import { askSecrets } from '../secrets/askSecrets.ts';
import { workflowLabel } from '../workflowFiles.ts';
import { askInputs } from './askInputs.ts';
import type { ResumeRequest } from './drivenRuns.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';
import { mayRun } from './mayRun.ts';

const MEBIBYTE = 1024 ** 2;

/** All that a run needs to begin, or to go on. */
export interface PreparedRun extends ResumeRequest {
  readonly uri: Uri;
}

/** What it takes to run a workflow. */
export type RunParts = Pick<Parts, 'analyses' | 'caches' | 'runs' | 'secrets'>;

export interface Wanted {
  readonly uri: Uri;
  /** The part of the file's plan that is to be run. */
  readonly narrow: (plan: Plan) => Plan;
  /** Its inputs are given again, as far as the workflow still takes them. */
  readonly before?: Run;
  /** Text by input name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Each task runs, whatever is kept of it. */
  readonly withoutCache?: boolean;
}

/**
 * Reads a workflow's file as it is in the editor, saved first, and asks for what is missing.
 * Resolves with `undefined` when nothing is to be run; the person has been told why, or has said so.
 */
export async function prepareRun(
  { analyses, caches, runs, secrets: store }: RunParts,
  wanted: Wanted,
): Promise<PreparedRun | undefined> {
  const { uri, narrow } = wanted;
  if (!(await mayRun(uri))) return undefined;
  await workspace.saveAll(false);
  const document = await workspace.openTextDocument(uri);
  const whole = makePlan(analyses(document), {
    file: uri.fsPath,
    folder: dirname(uri.fsPath),
    parallelism: availableParallelism(),
  });
  if (whole === undefined) return refuseErrors(uri);
  const plan = narrow(whole);
  // Another process may run it, too.
  await runs.readEarlier();
  if (!(await mayStartBeside(uri, runs))) return undefined;
  const inputs = await askedInputs(plan, wanted);
  if (inputs === undefined) return undefined;
  const secrets = await askSecrets(store, plan, uri);
  if (secrets === undefined) return undefined;
  const faults = secretInputFaults(inputs, secrets);
  if (faults.length > 0) {
    await window.showErrorMessage(faults.join(' '));
    return undefined;
  }
  const cache = wanted.withoutCache === true ? undefined : caches.of(uri);
  return {
    uri,
    plan,
    inputs,
    secrets,
    killGrace: setting('flow.run.killGrace', uri) * 1000,
    logLimit: setting('flow.run.logLimit', uri) * MEBIBYTE,
    ...(cache && { cache }),
  };
}

async function askedInputs(plan: Plan, { uri, before, inputs }: Wanted): Promise<JsonObject | undefined> {
  const files = diskFiles({
    givenFolder: workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? plan.folder,
    workflowFolder: plan.folder,
  });
  const again = Object.entries(before?.inputs ?? {})
    .filter(([name]) => Object.hasOwn(plan.inputs, name))
    .map(([name, value]) => [name, String(value)]);
  const answers = await askInputs(plan, files, { ...Object.fromEntries(again), ...inputs });
  if (answers === undefined) return undefined;
  const resolved = resolveInputs(plan.inputs, answers, files);
  if ('inputs' in resolved) return resolved.inputs;
  await window.showErrorMessage(resolved.faults.join(' '));
  return undefined;
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
