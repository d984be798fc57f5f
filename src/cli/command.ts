import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';

/** A command as its help describes it and its arguments are read. */
export interface Command {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** What is typed behind it without a name, in order. */
  readonly operands: readonly Operand[];
  readonly options: Readonly<Record<string, Option>>;
  /** What else a person should know, a paragraph each. */
  readonly notes: readonly string[];
  /** Loads what carries the command out; that returns the exit code. */
  load(): Promise<(args: Arguments, context: Context) => Promise<number>>;
}

/** Where fewer are typed than a command takes, the optional ones are missing. */
export interface Operand {
  /** How help names it: `FILE`. */
  readonly name: string;
  /** The same in a sentence: `the workflow file`. */
  readonly what: string;
  readonly optional?: true;
  /** Any number of it; the last one at most, and then no other is optional. */
  readonly repeatable?: true;
}

export interface Option {
  /** How help names its value; absent where it takes none. */
  readonly value?: string;
  readonly help: string;
  readonly repeatable?: true;
  readonly choices?: readonly string[];
}
