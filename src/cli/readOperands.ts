import type { Command, Operand } from './command.ts';
import { synopsisOf } from './synopsis.ts';
import { UsageError } from './usageError.ts';

/** What was typed of each operand, by name. Throws a `UsageError` where too little or too much was typed. */
export function readOperands(
  command: Command,
  words: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const { operands } = command;
  const required = operands.filter(({ optional }) => optional !== true).length;
  let spare = words.length - required;
  const left = [...words];
  const typed = new Map<string, readonly string[]>();
  for (const operand of operands) {
    const count = countOf(operand, spare, left.length);
    if (operand.optional === true) spare -= count;
    const taken = left.splice(0, count);
    if (taken.length === 0 && operand.optional !== true) {
      throw new UsageError(`Name ${operand.what}: ${synopsisOf(command)}.`);
    }
    typed.set(operand.name, taken);
  }
  if (left[0] !== undefined) throw new UsageError(`“${left[0]}” is one too many: ${synopsisOf(command)}.`);
  return typed;
}

function countOf({ optional, repeatable }: Operand, spare: number, left: number): number {
  if (repeatable === true) return left;
  return optional === true && spare < 1 ? 0 : 1;
}
