import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** What no environment can hold as a name. */
export const envName: Rule = function* ({ workflow }) {
  const given = [...workflow.env, ...workflow.tasks.flatMap((task) => task.env)].map(({ name }) => name);
  const inherited = workflow.tasks.flatMap(({ cache }) => cache?.env ?? []);
  for (const { value, range } of [...given, ...inherited]) {
    if (value !== '' && !/[=\0]/.test(value)) continue;
    const message = `A variable can't be named ${quoted(value)}. A name isn't empty and holds no "=".`;
    yield blame('invalid-value', range, message);
  }
};
