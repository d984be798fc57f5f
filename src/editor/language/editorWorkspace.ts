import type { Uri } from 'vscode';
import { createWorkspaces } from '../../files/workspace.ts';
import type { Analysis } from '../../language/analyze.ts';
import type { Workspace } from '../../language/nested/workspace.ts';
import { openText } from '../filePlace.ts';
import type { WorkflowFiles } from '../workflowFiles.ts';

/** The workflows of the workspace, as they are at the moment. */
export interface EditorWorkspace {
  all(): Promise<Workspace>;
  /** What one of them says, or another file; `undefined` where it can't be read. */
  at(uri: Uri): Analysis | undefined;
}

export function createEditorWorkspace(files: Pick<WorkflowFiles, 'list'>): EditorWorkspace {
  const workspaceOf = createWorkspaces(openText);
  return {
    async all() {
      const uris = await files.list();
      return workspaceOf(uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath));
    },
    at: ({ scheme, fsPath }) => (scheme === 'file' ? workspaceOf([fsPath])[0]?.analysis() : undefined),
  };
}
