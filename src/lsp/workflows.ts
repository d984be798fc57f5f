import { findWorkflows } from '../files/findWorkflows.ts';
import { createWorkspaces } from '../files/workspace.ts';
import type { Workspace } from '../language/nested/workspace.ts';
import type { OpenFiles } from './openFiles.ts';
import { isWorkflowUri, pathOf } from './uris.ts';

/** The workflows of the folders that are open in the editor, and those that are open by themselves. */
export interface Workflows {
  list(): Promise<Workspace>;
  setFolders(folders: readonly string[]): void;
  changeFolders(added: readonly string[], removed: readonly string[]): void;
  /** From now on the editor tells when files come and go: what was found may be kept until then. */
  watched(): void;
  forget(): void;
}

export function createWorkflows({ documents, openText }: OpenFiles): Workflows {
  const workspaceOf = createWorkspaces(openText);
  let folders: readonly string[] = [];
  let isWatched = false;
  let found: Promise<readonly string[]> | undefined;
  return {
    async list() {
      if (!isWatched) found = undefined;
      found ??= findWorkflows(folders);
      const paths = await found;
      const open = documents.keys().flatMap((uri) => (isWorkflowUri(uri) ? (pathOf(uri) ?? []) : []));
      return workspaceOf([...new Set([...paths, ...open])]);
    },
    setFolders(given) {
      folders = given;
      found = undefined;
    },
    changeFolders(added, removed) {
      folders = [...folders.filter((folder) => !removed.includes(folder)), ...added];
      found = undefined;
    },
    watched() {
      isWatched = true;
      found = undefined;
    },
    forget() {
      found = undefined;
    },
  };
}
