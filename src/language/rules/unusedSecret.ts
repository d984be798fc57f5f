import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import { unreadNames } from './unreadNames.ts';

/**
 * A secret that is named and never read: it reaches a task by an expression alone. Who runs other files may name theirs,
 * so that one place tells what has to be given.
 */
export const unusedSecret: FileRule = function* (facts) {
  const { workflow } = facts;
  if (workflow.secrets.length === 0) return;
  if (facts.entries.some(({ own }) => own.kind === 'workflow')) return;
  const unread = unreadNames(
    facts,
    'secrets',
    workflow.secrets.map(({ value }) => value),
  );
  for (const { value, range } of workflow.secrets) {
    if (!unread.has(value.toLowerCase())) continue;
    const message = `No expression reads the secret ${quoted(value)}, and it is in no task's environment by itself. Hand it on in "env", or take it out.`;
    yield blame('unused-secret', range, message);
  }
};
