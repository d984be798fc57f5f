import { parseArgs } from 'node:util';
import { nearest } from '../model/nearest.ts';
import type { Arguments } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { readOperands } from './readOperands.ts';
import { UsageError } from './usageError.ts';

/** Reads a command's arguments. Returns 'help' where that was asked for; throws a `UsageError`. */
export function readArguments(command: Command, args: readonly string[]): Arguments | 'help' {
  const tokens = tokensOf(command, args);
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (option === undefined) throw unknownOption(command, token.rawName);
    const given = values.get(token.name) ?? [];
    given.push(checkedValue(token, option));
    if (given.length > 1 && option.repeatable !== true) {
      throw new UsageError(`The option --${token.name} can be given only once.`);
    }
    values.set(token.name, given);
  }
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const operands = readOperands(command, words);
  return {
    the(operand) {
      const word = operands.get(operand)?.[0];
      if (word === undefined) throw new RangeError(`The command ${command.name} needs no ${operand}.`);
      return word;
    },
    maybe: (operand) => operands.get(operand)?.[0],
    every: (operand) => operands.get(operand) ?? [],
    one: (option) => values.get(option)?.[0],
    all: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
  };
}

function tokensOf({ options }: Command, args: readonly string[]) {
  const types = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
  );
  return parseArgs({
    args: [...args],
    options: { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

interface OptionToken {
  readonly name: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The empty text stands for that of an option that takes none. */
function checkedValue({ name, value, inlineValue }: OptionToken, option: Option): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`The option --${name} takes no value.`);
    return '';
  }
  const swallowed = value?.startsWith('--') === true && inlineValue !== true;
  if (value === undefined || swallowed) {
    throw new UsageError(`The option --${name} needs a value: --${name} ${option.value}.`);
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const meant = nearest(value, option.choices);
    throw new UsageError(
      `The option --${name} can't be “${value}”; ${meant === undefined ? `choose from ${option.choices.join(', ')}` : `did you mean ${meant}?`}`,
    );
  }
  return value;
}

function unknownOption(command: Command, typed: string): UsageError {
  const known = [...Object.keys(command.options), 'help'].map((name) => `--${name}`);
  const meant = nearest(typed, known);
  return new UsageError(
    `The command ${command.name} has no option ${typed}; ${meant === undefined ? `it knows ${known.join(', ')}.` : `did you mean ${meant}?`}`,
  );
}
