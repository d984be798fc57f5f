import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';

/** A command as its help describes it and its arguments are read. */
export interface Command {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  readonly files: 'one' | 'many';
  readonly options: Readonly<Record<string, Option>>;
  /** What else a person should know, a paragraph each. */
  readonly notes: readonly string[];
  /** Loads what carries the command out; that returns the exit code. */
  load(): Promise<(args: Arguments, context: Context) => Promise<number>>;
}

/** Every option takes a value. */
export interface Option {
  /** How help names the value. */
  readonly value: string;
  readonly help: string;
  readonly repeatable?: true;
  readonly choices?: readonly string[];
}
