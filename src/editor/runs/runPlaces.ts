import { join } from 'node:path';
import { Disposable, RelativePattern, type Uri, workspace } from 'vscode';
import { makeFlowFolder } from '../../orchestrator/flowFolder.ts';
import { setting } from '../names/settings.ts';

/** The folders that runs, and results for the cache, are kept in. */
export interface RunPlaces {
  /** The one for a new run of a workflow, as the setting says. Throws where it can't be made. */
  placeFor(workflow: Uri): string;
  /** The cache's, beside it. Throws where it can't be made. */
  cacheFor(workflow: Uri): string;
  /** Every one in which there may be runs. */
  all(): readonly string[];
  /** The caches beside these. */
  caches(): readonly string[];
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
      const folder = folderOf(workflow);
      return folder === undefined ? join(storage, 'runs') : makeFlowFolder(folder, 'runs');
    },
    cacheFor(workflow) {
      const folder = folderOf(workflow);
      return folder === undefined ? join(storage, 'cache') : makeFlowFolder(folder, 'cache');
    },
    all: () => everywhere('runs'),
    caches: () => everywhere('cache'),
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

  function everywhere(part: 'runs' | 'cache'): readonly string[] {
    return [...localFolders().map(({ fsPath }) => join(fsPath, '.flow', part)), join(storage, part)];
  }
}

/** The workspace folder that keeps what comes of a workflow; `undefined` where VS Code's storage does. */
function folderOf(workflow: Uri): string | undefined {
  const folder = workspace.getWorkspaceFolder(workflow)?.uri;
  if (folder?.scheme !== 'file' || setting('flow.runs.location', workflow) === 'storage') return undefined;
  return folder.fsPath;
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
