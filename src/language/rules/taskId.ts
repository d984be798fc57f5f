import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** Attempts are kept in folders of these names, which file systems limit. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/** The names of tasks and inputs, which expressions read, and of pools. */
export const taskId: Rule = function* ({ workflow }) {
  for (const { id } of workflow.tasks) {
    if (NAME.test(id.value)) continue;
    const message = `A task can't be named ${quoted(id.value)}. ${WAY_OUT}`;
    yield blame('task-id', id.range, message, { replacement: mended(id.value) });
  }
  for (const [what, named] of [
    ['An input', workflow.inputs],
    ['A pool', workflow.pools],
  ] as const) {
    for (const { name } of named) {
      if (NAME.test(name.value)) continue;
      const message = `${what} can't be named ${quoted(name.value)}. ${WAY_OUT}`;
      yield blame('invalid-value', name.range, message, { replacement: mended(name.value) });
    }
  }
};

const WAY_OUT =
  'A name has letters, digits, "_" and "-", at most 100 in all, and begins with a letter or "_".';

function mended(name: string): string | undefined {
  if (name.length > 100 || !/[A-Za-z]/.test(name)) return undefined;
  const plain = name.trim().normalize('NFKD').replace(/\p{M}/gu, '');
  const parts = plain.replace(/[^A-Za-z0-9_-]+/g, '_');
  return NAME.test(parts) ? parts : `_${parts}`;
}
