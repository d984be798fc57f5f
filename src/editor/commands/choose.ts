import { type Uri, window, workspace } from 'vscode';
import { taskAt } from '../../language/taskAt.ts';
import { COMMANDS } from '../names/commands.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import type { Parts } from '../parts.ts';
import type { HeldRun } from '../runs/heldRuns.ts';
import type { Target } from '../target.ts';
import { folderLabel, workflowLabel } from '../workflowFiles.ts';

/** The workflow that a command is about: the one named, the one looked at, or one picked from the workspace's. */
export async function chooseWorkflow(parts: Parts, { uri }: Target): Promise<Uri | undefined> {
  const known = uri ?? activeWorkflow(parts);
  if (known !== undefined) return known;
  const files = await parts.files.list();
  if (files.length === 0) {
    const create = { title: 'New Workflow…', command: COMMANDS.newWorkflow };
    const answer = await window.showInformationMessage('There is no workflow in this workspace yet.', create);
    if (answer !== undefined) await commandOf(answer);
    return undefined;
  }
  const picked = await window.showQuickPick(
    files.map((file) => ({ label: workflowLabel(file), description: folderLabel(file), file })),
    { placeHolder: 'Which workflow?', matchOnDescription: true },
  );
  return picked?.file;
}
