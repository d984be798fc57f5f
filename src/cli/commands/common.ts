import type { Operand, Option } from '../command.ts';

// What several commands are told in the same way.

export const FILE: Operand = { name: 'FILE', what: 'the workflow file' };
export const RUN: Operand = { name: 'RUN', what: 'the run' };
export const TASK: Operand = { name: 'TASK', what: 'the task' };

/** For a run of which it can't be known here whether it goes on. */
export const GONE: Option = { help: 'Take the process of another machine that drove it for gone' };

/** The first format is taken where none is asked for. */
export function format(...choices: readonly [string, string, ...(readonly string[])]): Option {
  const names = [`${choices[0]} (default)`, ...choices.slice(1)];
  const help = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return { value: 'FORMAT', help, choices };
}
