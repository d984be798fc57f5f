import type { Command, Operand, Option } from './command.ts';

/** What is typed at least, and what may be: `flow resume [RUN]`. */
export function synopsisOf({ name, operands }: Command): string {
  return ['flow', name, ...operands.map(operandText)].join(' ');
}

/** The same with all options. */
export function fullSynopsis(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => `[${optionText(name, option)}]${option.repeatable === true ? '…' : ''}`,
  );
  return [synopsisOf(command), ...options].join(' ');
}

/** `--task ID`, `--follow` */
export function optionText(name: string, { value, choices }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${choices?.join('|') ?? value}`;
}

function operandText({ name, optional, repeatable }: Operand): string {
  const text = `${name}${repeatable === true ? '…' : ''}`;
  return optional === true ? `[${text}]` : text;
}
