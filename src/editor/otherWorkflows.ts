import { Disposable, type Event, EventEmitter, workspace } from 'vscode';
import { LANGUAGE, WORKFLOW_GLOB } from './names/identifiers.ts';

/** Tells that a workflow changed, in the editor or on the disk: others may run it as a task. */
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
  const watcher = workspace.createFileSystemWatcher(WORKFLOW_GLOB);
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete(changed);
  const inEditor = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.languageId === LANGUAGE && contentChanges.length > 0) changed();
  });
  const rest = Disposable.from(change, watcher, inEditor);
  return { onChange: change.event, changes: () => count, dispose: () => rest.dispose() };
}
