import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import { unreadNames } from './unreadNames.ts';

/** An input that people are asked for, and that nothing reads. */
export const unusedInput: FileRule = function* (facts) {
  const { workflow } = facts;
  if (workflow.inputs.length === 0) return;
  const unread = unreadNames(
    facts,
    'inputs',
    workflow.inputs.map(({ name }) => name.value),
  );
  for (const { name } of workflow.inputs) {
    if (!unread.has(name.value.toLowerCase())) continue;
    const message = `No expression reads the input ${quoted(name.value)}. Read it as inputs.${name.value}, or take it out.`;
    yield blame('unused-input', name.range, message);
  }
};
