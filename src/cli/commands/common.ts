import type { Operand, Option } from '../command.ts';

// What several commands are told in the same way.

export const FILE: Operand = { name: 'FILE', what: 'the workflow file' };

/** The first format is taken where none is asked for. */
export function format(...choices: readonly [string, string, ...(readonly string[])]): Option {
  const names = [`${choices[0]} (default)`, ...choices.slice(1)];
  const help = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return { value: 'FORMAT', help, choices };
}
