import type { Written } from '../written.ts';
import type { HereDocument } from './reader.ts';
import type { Word } from './readWord.ts';

/** Commands joined by `|`, or one alone. */
export type Pipeline = readonly Command[];

export type Command = SimpleCommand | CompoundCommand;

export interface SimpleCommand {
  readonly type: 'simple';
  /** Variables that are set before it, or by it where there are no words. */
  readonly assignments: readonly Word[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

/** `{ … }`, `( … )`, `if … fi`, a loop: all that may run in it, in the order of the script. */
export interface CompoundCommand {
  readonly type: 'compound';
  readonly pipelines: readonly Pipeline[];
  readonly redirects: readonly Redirect[];
  /** Absent where it isn't the body of a function. */
  readonly functionName?: string;
}

export interface Redirect {
  readonly operator: string;
  /** The number before it; '' where there is none. */
  readonly descriptor: string;
  readonly target: Written;
  readonly document: HereDocument | undefined;
}
