import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** What no environment can hold as a name. */
export const envName: Rule = function* ({ workflow }) {
  for (const { name } of [...workflow.env, ...workflow.tasks.flatMap((task) => task.env)]) {
    if (name.value !== '' && !/[=\0]/.test(name.value)) continue;
    const message = `A variable can't be named ${quoted(name.value)}. A name isn't empty and holds no "=".`;
    yield blame('invalid-value', name.range, message);
  }
};
