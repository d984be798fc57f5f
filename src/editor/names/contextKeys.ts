import { commands } from 'vscode';

/** What `when` clauses in package.json may ask of the extension. */
export interface ContextKeys {
  /** A run goes on. */
  readonly 'flow.running': boolean;
  /** The paths of the workflow files of which a run goes on: `resourcePath in flow.runningFiles`. */
  readonly 'flow.runningFiles': readonly string[];
  /** There is a run to report on. */
  readonly 'flow.hasRuns': boolean;
  /** The latest run of some workflow left tasks that can be tried again. */
  readonly 'flow.hasFailedTasks': boolean;
}

export const CONTEXT_KEYS: readonly (keyof ContextKeys)[] = [
  'flow.running',
  'flow.runningFiles',
  'flow.hasRuns',
  'flow.hasFailedTasks',
];

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  commands.executeCommand('setContext', key, value);
}
