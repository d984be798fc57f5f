import { commands, type QuickPickItem, type Uri, window } from 'vscode';
import { COMMANDS } from '../names/commands.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import type { Parts } from '../parts.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import type { Target } from '../target.ts';
import { folderLabel, workflowLabel } from '../workflowFiles.ts';

/** The workflow that a command is about: the one named, the one looked at, or one picked from the workspace's. */
export async function chooseWorkflow(
  parts: Parts,
  target: Target,
  question: string,
): Promise<Uri | undefined> {
  const known = target.uri ?? activeWorkflow(parts);
  if (known !== undefined) return known;
  const files = await parts.files.list();
  if (files.length === 0) {
    const create = { title: 'New Workflow…', command: COMMANDS.newWorkflow };
    const answer = await window.showInformationMessage('There is no workflow in this workspace yet.', create);
    if (answer !== undefined) await commands.executeCommand(answer.command);
    return undefined;
  }
  const picked = await window.showQuickPick(
    files.map((file) => ({ label: workflowLabel(file), description: folderLabel(file), file })),
    { placeHolder: question, matchOnDescription: true },
  );
  return picked?.file;
}

/** The run that a command is about: the one named, or the latest of the workflow named or looked at, or one picked. */
export async function chooseRun(
  parts: Parts,
  target: Target,
  question: string,
  suits: (run: HeldRun) => boolean = () => true,
): Promise<HeldRun | undefined> {
  await parts.runs.readEarlier();
  if (target.run !== undefined) return parts.runs.find(target.run);
  const uri = target.uri ?? activeWorkflow(parts);
  const runs = parts.runs.list().filter(suits);
  const known = uri && runs.find((run) => String(run.uri) === String(uri));
  if (known !== undefined || target.uri !== undefined) return known;
  return runs.length < 2 ? runs[0] : pickRun(runs, question);
}

async function pickRun(runs: readonly HeldRun[], question: string): Promise<HeldRun | undefined> {
  const items: readonly (QuickPickItem & { readonly run: HeldRun })[] = runs.map((run) => ({
    label: run.run.plan.name,
    description: `${run.run.state} · ${new Date(run.run.startedAt).toLocaleString()}`,
    detail: folderLabel(run.uri),
    run,
  }));
  return (await window.showQuickPick(items, { placeHolder: question }))?.run;
}

/** The workflow in the active editor, of the active graph, or else the only one in sight. */
export function activeWorkflow({ graphs }: Parts): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === LANGUAGE) return active.uri;
  const visible = window.visibleTextEditors.filter(({ document }) => document.languageId === LANGUAGE);
  return graphs.active() ?? (visible.length === 1 ? visible[0]?.document.uri : undefined);
}
