import { type ArgumentWatch, watchArguments } from '../argumentWatch.ts';
import { fault } from '../scan.ts';
import type { BuiltinWatch } from './builtins.ts';
import type { HereDocument } from './hereDocument.ts';
import type { Sh, Target } from './state.ts';
import type { Word } from './word.ts';

/** Commands one after another, up to the end or the `)` of a substitution, while they are read. */
export interface List {
  /** What is open: `( … )`, and of a `case` its subject, its patterns or the commands of a branch. */
  readonly frames: ('(' | 'subject' | 'patterns' | 'branch')[];
  /** How many of the frames are `(`. */
  open: number;
  /** What the next word is. `loop`: a word of `for x in …`; `name`: a function's. */
  expects: 'command' | 'argument' | 'loop' | 'name';
  /** Words so far of a `for` or of the subject of a `case`. */
  words: number;
  /** What the next word is redirected to, if it is: a file, or itself as input (`<<<`). */
  redirect: 'file' | 'string' | undefined;
  /** As it is written, of the redirection at hand. */
  operator: string;
  command: Command | undefined;
  pipeline: Pipeline;
  /** A `|` was the last thing, or stands before the command. */
  piped: boolean;
  /** Here-documents whose bodies begin on the next line. */
  documents: HereDocument[];
}

export interface Command {
  readonly start: number;
  readonly piped: boolean;
  readonly watch: ArgumentWatch;
  readonly inputs: (readonly [start: number, end: number])[];
  readonly words: Word[];
  readonly targets: Target[];
  builtin: BuiltinWatch | undefined;
  named: boolean;
  /** Its arguments are assignments. */
  assigns: boolean;
  /** Known at its end: the fault of a value in its standard input. */
  harm: string | undefined;
}

interface Pipeline {
  readonly start: number;
  harm: string | undefined;
}

export function newList(start: number): List {
  return {
    frames: [],
    open: 0,
    expects: 'command',
    words: 0,
    redirect: undefined,
    operator: '',
    command: undefined,
    pipeline: { start, harm: undefined },
    piped: false,
    documents: [],
  };
}

/** The command at hand, or a new one that begins here. */
export function commandAt(list: List, start: number): Command {
  list.command ??= {
    start,
    piped: list.piped,
    watch: watchArguments(),
    inputs: [],
    words: [],
    targets: [],
    builtin: undefined,
    named: false,
    assigns: false,
    harm: undefined,
  };
  return list.command;
}

/** Ends a command. What a program that takes its code from its input was sent by then becomes a fault. */
export function endCommand(sh: Sh, list: List, pipesOut = false): void {
  const { command, pipeline } = list;
  if (sh.heard !== undefined && (command !== undefined || pipesOut)) {
    const { words = [], targets = [] } = command ?? {};
    sh.heard({ words, targets, pipesOut, isNested: sh.depth > 0 || list.open > 0 });
  }
  const harm = command?.watch.inputFault();
  if (command !== undefined && harm !== undefined) {
    command.harm = harm;
    for (const [start, end] of command.inputs) fault(sh, start, end, harm);
    if (command.piped) {
      pipeline.harm = harm;
      fault(sh, pipeline.start, command.start, harm);
    }
  }
  list.command = undefined;
  list.redirect = undefined;
  list.expects = 'command';
}

export function endPipeline(sh: Sh, list: List): void {
  endCommand(sh, list);
  list.piped = false;
  list.pipeline = { start: sh.pos, harm: undefined };
}
