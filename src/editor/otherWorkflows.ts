import { Disposable, type Event, EventEmitter, workspace } from 'vscode';
import { LANGUAGE, WORKFLOW_GLOB } from './names/identifiers.ts';

/** Tells that a file changed that a workflow may name: another one, in the editor or on the disk, a module, a script. */
export interface OtherWorkflows extends Disposable {
  readonly onChange: Event<void>;
  /** How many changes there have been. */
  changes(): number;
}

export function watchOtherWorkflows(): OtherWorkflows {
  const change = new EventEmitter<void>();
  let count = 0;
  const changed = (): void => {
    count++;
    change.fire();
  };
  const watchers = [WORKFLOW_GLOB, PROGRAM_GLOB].map((glob) => workspace.createFileSystemWatcher(glob));
  for (const watcher of watchers) {
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
  }
  const inEditor = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.languageId === LANGUAGE && contentChanges.length > 0) changed();
  });
  const rest = Disposable.from(change, ...watchers, inEditor);
  return { onChange: change.event, changes: () => count, dispose: () => rest.dispose() };
}

const PROGRAM_GLOB = '**/*.{js,mjs,cjs,ts,mts,cts,sh,bash,py,rb,pl}';
