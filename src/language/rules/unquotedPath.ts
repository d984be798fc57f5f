import { sourceRange, type Text } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';
import type { Word } from '../../script/sh/word.ts';
import { type ShScript, shCommands } from '../../script/shCommands.ts';
import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** Paths that a shell splits at their blanks, since nothing quotes them. */
export const unquotedPath: Rule = function* ({ workflow }) {
  for (const { work } of workflow.tasks) {
    if (work?.kind !== 'run' || !MENTIONS.test(work.script.value)) continue;
    for (const { start, end, name, written } of splitPaths(work)) {
      const isOurs = name.startsWith('FLOW_');
      const whose = isOurs ? 'The path of the folder may have blanks' : `${name} may have blanks`;
      const message = `${whose}, and the shell would take each piece for a word of its own. Write "${written}" in quotes.`;
      yield blame('unquoted-path', sourceRange(work.script, { start, end }), message, {
        replacement: isQuoted(work.script) ? undefined : `"${written}"`,
        severity: isOurs ? 'warning' : 'info',
      });
    }
  }
};

/** In quotes of YAML, which more quotes might end. */
function isQuoted({ range, segments }: Text): boolean {
  return segments[0]?.source === range.start + 1;
}

const NAMES = 'FLOW_OUTPUT|FLOW_NEEDS|FLOW_PROGRESS|FLOW_RUN_DIR|HOME|PWD';
const MENTIONS = new RegExp(`\\$\\{?(${NAMES})\\b`);
const PATH = new RegExp(`^\\$(?:(${NAMES})|\\{(${NAMES})\\})$`);

interface SplitPath {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly written: string;
}

function* splitPaths({ script, shell }: RunWork): Iterable<SplitPath> {
  // Who sets IFS decides where the shell splits.
  if (/\bIFS\b/.test(script.value)) return;
  const read = shCommands(script.value, shell?.value);
  // zsh splits nothing.
  if (read === undefined || read.shell === 'zsh') return;
  for (const word of splitWords(read)) {
    for (const piece of word.bare) {
      const { start, end } = read.place(piece);
      const written = script.value.slice(start, end);
      const [, plain, braced] = PATH.exec(written) ?? [];
      const name = plain ?? braced;
      if (name !== undefined) yield { start, end, name, written };
    }
  }
}

/** Where a redirection goes, of all shells bash alone splits. */
function* splitWords({ shell, commands }: ShScript): Iterable<Word> {
  for (const { words, targets } of commands) {
    const [name, ...rest] = words;
    // Some shells split what these assign, and some don't.
    const isDeclaring = DECLARES.test(name?.text ?? '');
    for (const word of rest) if (!isDeclaring) yield word;
    if (shell !== 'bash') continue;
    for (const { operator, word } of targets) if (operator !== '<<<') yield word;
  }
}

const DECLARES = /^(export|readonly|local|declare|typeset|integer|alias)$/;
