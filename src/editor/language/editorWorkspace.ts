import { createWorkspaces } from '../../files/workspace.ts';
import type { Workspace } from '../../language/nested/workspace.ts';
import { openText } from '../filePlace.ts';
import type { WorkflowFiles } from '../workflowFiles.ts';

/** Finds the workflows of the workspace, as they are at the moment. */
export type EditorWorkspace = () => Promise<Workspace>;

export function createEditorWorkspace(files: Pick<WorkflowFiles, 'list'>): EditorWorkspace {
  const workspaceOf = createWorkspaces(openText);
  return async () => {
    const uris = await files.list();
    return workspaceOf(uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath));
  };
}
