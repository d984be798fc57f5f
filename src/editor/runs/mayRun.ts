import { commands, type Uri, window, workspace } from 'vscode';

/** Whether a workflow can be run here, and its runs be acted on; a person is told why not, and the way out. */
export async function mayRun({ scheme }: Pick<Uri, 'scheme'>): Promise<boolean> {
  const refusal = whyNotRun({ trusted: workspace.isTrusted, scheme });
  if (refusal === undefined) return true;
  const { message, remedy } = refusal;
  const answer = await window.showWarningMessage(message, ...(remedy ? [remedy] : []));
  if (answer !== undefined) await commands.executeCommand(answer.command);
  return false;
}

/** Why a workflow can't be run here, in words for people, or `undefined` where it can. */
export function whyNotRun(place: {
  readonly trusted: boolean;
  readonly scheme: string;
}): Refusal | undefined {
  if (place.scheme === 'untitled') {
    return {
      message: 'Save the workflow as a *.flow.yaml file first: its tasks run in the folder of its file.',
    };
  }
  if (place.scheme !== 'file') {
    return {
      message: `Workflows run where their files are on a disk. This one is at ${place.scheme}: and can be written here, not run.`,
    };
  }
  if (!place.trusted) {
    return {
      message:
        'This workspace is in Restricted Mode. Running a workflow runs the commands that its file names, so the workspace has to be trusted first.',
      remedy: { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' },
    };
  }
  return undefined;
}

export interface Refusal {
  readonly message: string;
  readonly remedy?: { readonly title: string; readonly command: string };
}
