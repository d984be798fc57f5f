import { Disposable, type Event, EventEmitter, type FileSystemWatcher, type Uri, workspace } from 'vscode';
import { coalesce } from './coalesce.ts';
import { WORKFLOW_GLOB } from './names/identifiers.ts';

/** The workflow files of the workspace. */
export interface WorkflowFiles extends Disposable {
  /** Files came or went. Fires only after the first `list`: until then nobody looks. */
  readonly onChange: Event<void>;
  /** Sorted by path. */
  list(): Promise<readonly Uri[]>;
}

/** A checkout or an install touches many files at once; one look afterwards is enough. */
const SETTLE = 100;

export function createWorkflowFiles(): WorkflowFiles {
  const change = new EventEmitter<void>();
  let files: Thenable<readonly Uri[]> | undefined;
  let watcher: FileSystemWatcher | undefined;
  const changed = coalesce(SETTLE, () => {
    files = undefined;
    change.fire();
  });
  const folders = workspace.onDidChangeWorkspaceFolders(changed.request);
  const rest = Disposable.from(change, changed, folders);

  return {
    onChange: change.event,
    async list() {
      watch();
      files ??= workspace
        .findFiles(WORKFLOW_GLOB, '**/node_modules/**')
        .then((found) => found.sort((a, b) => (a.path < b.path ? -1 : 1)));
      return files;
    },
    dispose() {
      watcher?.dispose();
      rest.dispose();
    },
  };

  function watch(): void {
    if (watcher !== undefined) return;
    watcher = workspace.createFileSystemWatcher(WORKFLOW_GLOB, false, true, false);
    watcher.onDidCreate(changed.request);
    watcher.onDidDelete(changed.request);
  }
}

/** A workflow's file name without its ending: what people call the workflow by. */
export function workflowLabel(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.flow\.ya?ml$/, '');
}

/** The folder of a file as people see it in this workspace; empty at the top of the only workspace folder. */
export function folderLabel(uri: Uri): string {
  const path = workspace.asRelativePath(uri);
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
