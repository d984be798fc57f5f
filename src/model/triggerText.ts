import type { Trigger } from './event.ts';
import type { Run } from './run.ts';

const TRIGGERS: Readonly<Record<Trigger, string>> = { editor: 'editor', 'command-line': 'command line' };

/** Where a run was asked for, in few words: `editor`, `command line`. */
export function triggerText({ trigger }: Pick<Run, 'trigger'>): string {
  return TRIGGERS[trigger];
}
