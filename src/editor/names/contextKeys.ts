import { commands } from 'vscode';

/** What `when` clauses in package.json may ask of the extension. */
export interface ContextKeys {
  /** A run goes on. */
  readonly 'flow.running': boolean;
  /** The paths of the workflow files of which a run goes on: `resourcePath in flow.runningFiles`. */
  readonly 'flow.runningFiles': readonly string[];
  /** A task waits for a person. */
  readonly 'flow.waiting': boolean;
  /** The workspace was looked through, and there is no workflow. Until then the view teaches nothing: it may be full. */
  readonly 'flow.noWorkflows': boolean;
}

export const CONTEXT_KEYS: readonly (keyof ContextKeys)[] = [
  'flow.running',
  'flow.runningFiles',
  'flow.waiting',
  'flow.noWorkflows',
];

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  commands.executeCommand('setContext', key, value);
}
