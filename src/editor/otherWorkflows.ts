import { Disposable, type Event, EventEmitter, window, workspace } from 'vscode';
import { LANGUAGE, WORKFLOW_GLOB } from './names/identifiers.ts';

/** Tells that a file changed that a workflow may name: another one, in the editor or on the disk, a module, a script. */
export interface OtherWorkflows extends Disposable {
  readonly onChange: Event<void>;
  /** How many changes there have been. */
  changes(): number;
  /** How many of them were on the disk. */
  diskChanges(): number;
}

export function watchOtherWorkflows(): OtherWorkflows {
  const change = new EventEmitter<void>();
  let count = 0;
  let onDisk = 0;
  const typed = (): void => {
    count++;
    change.fire();
  };
  const changed = (): void => {
    onDisk++;
    typed();
  };
  const watchers = [WORKFLOW_GLOB, PROGRAM_GLOB].map((glob) => workspace.createFileSystemWatcher(glob));
  for (const watcher of watchers) {
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
  }
  const inEditor = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.languageId === LANGUAGE && contentChanges.length > 0) typed();
  });
  // What no watcher sees, outside of the workspace, is seen on coming back.
  const back = window.onDidChangeWindowState(({ focused }) => {
    if (focused) changed();
  });
  const rest = Disposable.from(change, ...watchers, inEditor, back);
  return {
    onChange: change.event,
    changes: () => count,
    diskChanges: () => onDisk,
    dispose: () => rest.dispose(),
  };
}

const PROGRAM_GLOB = '**/*.{js,mjs,cjs,ts,mts,cts,sh,bash,py,rb,pl}';
