import { type ConfigurationScope, workspace } from 'vscode';
import type { Severities } from '../../model/severities.ts';

/** Every setting and the type of its value. A test holds the keys and the defaults against package.json. */
export interface Settings {
  /** ms */
  readonly 'flow.diagnostics.delay': number;
  readonly 'flow.diagnostics.severity': Severities;
  readonly 'flow.codeLens.run': boolean;
  readonly 'flow.codeLens.outcome': boolean;
  readonly 'flow.inlayHints.instances': boolean;
  readonly 'flow.inlayHints.duration': boolean;
  readonly 'flow.inlayHints.defaults': boolean;
  /** s */
  readonly 'flow.run.killGrace': number;
  /** MiB of one attempt's log */
  readonly 'flow.run.logLimit': number;
  readonly 'flow.run.openGraph': 'never' | 'onRun';
  readonly 'flow.run.notifications': 'all' | 'failures' | 'none';
  readonly 'flow.runs.location': 'workspace' | 'storage';
  /** Runs in each folder; 0 for all. */
  readonly 'flow.history.keep': number;
  /** Days; 0 for ever. */
  readonly 'flow.history.maxAge': number;
  readonly 'flow.cache.enabled': boolean;
  /** MiB */
  readonly 'flow.cache.maxSize': number;
  readonly 'flow.output.show': 'never' | 'onRun' | 'onFailure';
}

/** What holds where package.json isn't asked: the same values stand there. */
export const DEFAULT_SETTINGS: Settings = {
  'flow.diagnostics.delay': 0,
  'flow.diagnostics.severity': {},
  'flow.codeLens.run': true,
  'flow.codeLens.outcome': true,
  'flow.inlayHints.instances': true,
  'flow.inlayHints.duration': false,
  'flow.inlayHints.defaults': false,
  'flow.run.killGrace': 5,
  'flow.run.logLimit': 64,
  'flow.run.openGraph': 'never',
  'flow.run.notifications': 'all',
  'flow.runs.location': 'workspace',
  'flow.history.keep': 200,
  'flow.history.maxAge': 0,
  'flow.cache.enabled': true,
  'flow.cache.maxSize': 1024,
  'flow.output.show': 'onRun',
};

/** The value that holds for a file, or for the window where none is given. */
export function setting<Key extends keyof Settings>(key: Key, scope?: ConfigurationScope): Settings[Key] {
  return workspace.getConfiguration(undefined, scope).get<Settings[Key]>(key, DEFAULT_SETTINGS[key]);
}
