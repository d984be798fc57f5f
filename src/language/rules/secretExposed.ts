import { sourceRange } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';
import type { HeardCommand } from '../../script/sh/state.ts';
import { type ShScript, shCommands } from '../../script/shCommands.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';

/** Secrets that a script prints, or hands to a program as an argument, which everybody on the machine can see. */
export const secretExposed: Rule = function* ({ workflow, expressions }) {
  const secrets = new Set(expressions.filter(isSecret).map(({ source }) => source.trim()));
  if (secrets.size === 0) return;
  for (const { work } of workflow.tasks) {
    if (work?.kind !== 'run') continue;
    const read = shCommands(work.script.value, work.shell?.value);
    if (read === undefined || hasFunctions(work, read)) continue;
    const isQuiet = sendsAllElsewhere(read);
    for (const command of read.commands) {
      const message = exposure(command, isQuiet);
      if (message === undefined) continue;
      for (const { expression, range } of command.words.flatMap((word) => read.values(word))) {
        if (secrets.has(expression)) {
          yield blame('secret-exposed', sourceRange(work.script, range), message);
        }
      }
    }
  }
};

/** A secret as it is, not what is found out of it. */
function isSecret({ key, source, references }: WrittenExpression): boolean {
  const [only] = references;
  return key === 'run' && only?.context === 'secrets' && /^\s*secrets\s*[.[][^()=<>!&|]*$/i.test(source);
}

/** What a command does to a secret among its words; nothing where the shell itself takes it, or nobody can tell. */
function exposure(command: HeardCommand, isQuiet: boolean): string | undefined {
  const name = command.words[0]?.text ?? '';
  if (name === 'echo' || name === 'printf') {
    const isRead = command.pipesOut || command.isNested || isQuiet || command.targets.some(goesElsewhere);
    if (isRead) return undefined;
    return 'This prints a secret: the log shows *** in its place, and tells who reads it nothing. Take it out, or send it where it is needed.';
  }
  if (name === '' || BUILTINS.has(name) || !/^[\w./+-]+$/.test(name)) return undefined;
  return `An argument of a program can be seen by everybody on the machine, in the list of processes. Hand the secret to ${quoted(name)} by its standard input, or by a variable of "env" that it reads.`;
}

/** Another descriptor, as in `>&2`, is shown as well. */
function goesElsewhere({ operator, word }: HeardCommand['targets'][number]): boolean {
  return operator.includes('>') && !/^[0-9-]$/.test(word.text);
}

/** A group, a loop or all of the script is redirected or piped: what is printed in it may go there. */
function sendsAllElsewhere({ commands }: ShScript): boolean {
  return commands.some(({ words, targets, pipesOut }) => {
    const isBare = words.length === 0 || (words.length === 1 && words[0]?.text === 'exec');
    return isBare && (pipesOut || targets.length > 0);
  });
}

/** What looks like a program may be a function, which takes its arguments within the shell. */
function hasFunctions({ script }: RunWork, { commands }: ShScript): boolean {
  if (/\w\s*\(\)|\bfunction\s/.test(script.value)) return true;
  return commands.some(({ words }) => /^(\.|source|eval|alias)$/.test(words[0]?.text ?? ''));
}

/** What a shell does by itself: nobody else sees the arguments. */
const BUILTINS: ReadonlySet<string> = new Set(
  'test [ [[ : true false read export readonly local declare typeset integer set unset shift return exit cd pushd popd let trap type hash command builtin print mapfile readarray getopts wait kill exec'.split(
    ' ',
  ),
);
