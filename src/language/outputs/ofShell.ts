import { keysIn } from './keysIn.ts';
import type { FoundOutput, FoundOutputs } from './knownOutput.ts';
import type { Pipeline, SimpleCommand } from './sh/command.ts';
import { evaluate } from './sh/evaluate.ts';
import { readCommands } from './sh/readCommands.ts';
import type { Reader } from './sh/reader.ts';
import { rangeOf, type Written } from './written.ts';

/** What a script of sh or one of its kin writes, and what it starts that may write as well. */
export interface ShellOutputs extends FoundOutputs {
  readonly programs: readonly SimpleCommand[];
}

export function ofShell(source: string, shell: string): ShellOutputs {
  const substituted: Pipeline[] = [];
  const reader: Reader = {
    source,
    pos: 0,
    depth: 0,
    isLost: false,
    mentions: 0,
    pathNames: new Set(['FLOW_OUTPUT']),
    waiting: [],
    inner: (within) => void substituted.push(...readCommands(within)),
  };
  const pipelines: Pipeline[] = [];
  while (reader.pos < source.length) {
    pipelines.push(...readCommands(reader));
    // A bracket or an end of a block that nothing began.
    if (reader.pos < source.length) {
      reader.isLost = true;
      reader.pos++;
    }
  }
  const { written, suspects, programs, isClear } = evaluate([...pipelines, ...substituted], shell !== 'bash');
  const found = keysIn(written);
  const guessed = suspects.flatMap(guessedIn);
  const outputs = [
    ...found.outputs,
    ...guessed.filter(({ name }) => !found.outputs.some((each) => each.name === name)),
  ];
  const isAllSeen = reader.waiting.length === 0 && source.split('FLOW_OUTPUT').length - 1 === reader.mentions;
  return { outputs, complete: found.complete && isClear && isAllSeen && !reader.isLost, programs };
}

/** Names that a program (`awk '{ print "rows=" NR }'`) seems to print, given as it is to a command. */
function guessedIn(word: Written): readonly FoundOutput[] {
  return [...word.text.matchAll(/(["'])([A-Za-z_][\w-]*)(?==(?!=)|<<)/g)].flatMap(
    ({ 2: name = '', index }) => {
      const range = rangeOf(word, index + 1, index + 1 + name.length);
      return range === undefined ? [] : [{ name, range }];
    },
  );
}
