import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import { readNames } from './readNames.ts';

/** An input that people are asked for, and that nothing reads. */
export const unusedInput: FileRule = function* (facts) {
  const { workflow } = facts;
  if (workflow.inputs.length === 0) return;
  const read = readNames(facts, 'inputs');
  if (read === undefined) return;
  for (const { name } of workflow.inputs) {
    if (read.has(name.value.toLowerCase())) continue;
    const message = `No expression reads the input ${quoted(name.value)}. Read it as inputs.${name.value}, or take it out.`;
    yield blame('unused-input', name.range, message);
  }
};
