import { join } from 'node:path';
import { Disposable, RelativePattern, type Uri, workspace } from 'vscode';
import { makeFlowFolder } from '../../orchestrator/flowFolder.ts';
import { setting } from '../names/settings.ts';

/** The folders that runs are kept in. */
export interface RunPlaces {
  /** The one for a new run of a workflow, as the setting says. Throws where it can't be made. */
  placeFor(workflow: Uri): string;
  /** Every one in which there may be runs. */
  all(): readonly string[];
  /** Tells the paths inside them that others may have touched. */
  watch(touched: (path: string) => void): Disposable;
}

const WATCHED = '{.flow,.flow/runs,.flow/runs/*,.flow/runs/*/journal.ndjson}';

/**
 * `.flow/runs` of each workspace folder, where the command line keeps its runs as well; and the extension's storage,
 * for workflows outside of any workspace folder.
 */
export function createRunPlaces(storage: string): RunPlaces {
  return {
    placeFor(workflow) {
      const folder = workspace.getWorkspaceFolder(workflow);
      const inStorage = setting('flow.runs.location', workflow) === 'storage';
      return folder?.uri.scheme !== 'file' || inStorage ? storage : makeFlowFolder(folder.uri.fsPath, 'runs');
    },
    all: () => [...localFolders().map(({ fsPath }) => join(fsPath, '.flow', 'runs')), storage],
    watch(touched) {
      let watchers = watchAll(touched);
      const folders = workspace.onDidChangeWorkspaceFolders(() => {
        watchers.dispose();
        watchers = watchAll(touched);
        touched(storage);
      });
      return new Disposable(() => {
        folders.dispose();
        watchers.dispose();
      });
    },
  };
}

function watchAll(touched: (path: string) => void): Disposable {
  const watchers = localFolders().map((folder) => {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, WATCHED));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
      event(({ fsPath }) => touched(fsPath));
    }
    return watcher;
  });
  return Disposable.from(...watchers);
}

function localFolders(): readonly Uri[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
}
