import { at, bind, fault, HOLE, type Scan } from '../scan.ts';
import type { Word } from './word.ts';

/** The shells whose scripts are read alike. */
export type ShShell = 'sh' | 'bash' | 'dash' | 'ksh' | 'zsh';

/** A script of the `sh` family while it is read. */
export interface Sh extends Scan {
  readonly shell: ShShell;
  /** Names that the script has declared as integers: what is assigned to them is arithmetic. */
  readonly integers: Set<string>;
  /** How many expansions are open, a `$( … )` counting twice. */
  depth: number;
  /** The word that is being read, quotes removed. */
  literal: string;
  /** The expansions outside of quotes in the word that is being read, and in those that it is in. */
  readonly bare: BareExpansion[];
  /** Every `$( … )` and `<( … )` that has been read: what stands in one is no part of the word around it. */
  readonly substitutions: BareExpansion[];
  /** Hears of each command at its end; absent where nobody wants to know. */
  readonly heard?: (command: HeardCommand) => void;
  /** The parts that hold one another, each in a file of its own. */
  readonly read: {
    readonly commands: (sh: Sh) => void;
    readonly dollar: (sh: Sh, context: Context) => void;
  };
}

/** `$x`, `${x}` or `$( … )` where the shell splits what it gives at blanks. Offsets in `Scan.text`. */
export interface BareExpansion {
  readonly start: number;
  readonly end: number;
}

/** A command as it was read. */
export interface HeardCommand {
  /** Its name and its arguments; of none, only redirections were found, as behind the `}` of a group. */
  readonly words: readonly Word[];
  readonly targets: readonly Target[];
  readonly pipesOut: boolean;
  /** Within `( … )`, or a substitution. */
  readonly isNested: boolean;
}

/** What a redirection goes to, or comes from. */
export interface Target {
  /** Without the number before it: `>`, `>>`, `<`, `<<<`. */
  readonly operator: string;
  readonly word: Word;
}

/** Where a `$` stands: outside of quotes, between double quotes, or in the body of a here-document. */
export type Context = 'bare' | 'double' | 'document';

const DEEPEST = 64;

/** Reads something nested. Too deep for the stack, and nothing from here on is understood. */
export function nested(sh: Sh, read: (sh: Sh) => void): void {
  sh.depth++;
  if (sh.depth > DEEPEST) giveUp(sh, TOO_DEEP);
  else read(sh);
  sh.depth--;
}

/** Makes faults of all that follows. */
export function giveUp(sh: Sh, message: string): void {
  fault(sh, sh.pos, sh.text.length, message);
  sh.pos = sh.end;
}

/** Takes the hole at hand: a reference to its variable, between what the context needs around it. */
export function takeHole(sh: Sh, before = '', after = before): void {
  bind(sh, sh.pos, { type: 'value', read: (name) => `${before}\${${name}}${after}` });
  sh.literal += HOLE;
  sh.pos++;
}

/** Takes as many characters as they are, `literal` being what they mean. */
export function take(sh: Sh, count: number, literal: string): void {
  sh.pos = Math.min(sh.pos + count, sh.end);
  sh.literal += literal;
}

/** The end of what a pattern with the sticky flag matches at hand, or `undefined`. */
export function matchEnd(sh: Sh, pattern: RegExp): number | undefined {
  pattern.lastIndex = sh.pos;
  const match = pattern.exec(sh.text);
  return match === null || match[0] === '' || pattern.lastIndex > sh.end ? undefined : pattern.lastIndex;
}

export function next(sh: Sh): string {
  return at(sh, sh.pos + 1);
}

const TOO_DEEP = 'The script is nested too deeply here to tell what this is part of.';
