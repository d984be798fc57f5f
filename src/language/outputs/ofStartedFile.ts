import type { Disk } from '../nested/disk.ts';
import { sourceOf, textAt } from './javaScript/source.ts';
import { type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { ofProgram, ofScript, type StartedFile } from './ofScript.ts';

/** So many files are looked at for one that is started. */
const MOST_FILES = 40;

/**
 * What the file of a program leaves that a script starts. It is all that there is only where the file, and all that it
 * imports, doesn't name the outputs file and starts no other program.
 */
export function ofStartedFile({ program, path }: StartedFile, disk: Disk, folder: string): FoundOutputs {
  const text = disk.text(path, folder);
  if (text === undefined) return NOTHING_KNOWN;
  if (program === 'sh') {
    const { outputs, complete, started } = ofScript(text, program);
    return { outputs, complete: complete && started.length === 0 };
  }
  const { outputs } = ofProgram(program, text);
  return { outputs, complete: program === 'node' && isInnocent(path, disk, folder) };
}

/** Whether a file of JavaScript, and all that it imports, can be seen to leave nothing. */
function isInnocent(path: string, disk: Disk, folder: string): boolean {
  const paths = new Set([path]);
  for (const each of paths) {
    const text = disk.text(each, folder);
    if (
      text === undefined ||
      paths.size > MOST_FILES ||
      /FLOW_OUTPUT|child_process|worker_threads|cluster|createRequire|\beval\b/.test(text)
    )
      return false;
    for (const imported of importsOf(text)) {
      if (imported === undefined) return false;
      if (imported.startsWith('node:')) continue;
      if (!/^\.\.?\//.test(imported)) return false;
      paths.add(`${each.slice(0, each.lastIndexOf('/') + 1)}${imported}`);
    }
  }
  return true;
}

/** What a module names to import; `undefined` for what is only known when it runs. */
function importsOf(text: string): readonly (string | undefined)[] {
  const source = sourceOf(text);
  return source.tokens.flatMap(({ type, text: word }, at) => {
    if (type !== 'name') return [];
    const next = source.tokens[at + 1];
    const isCall = (word === 'import' || word === 'require') && next?.text === '(';
    if (isCall) return [literal(source.tokens[at + 2])];
    if ((word === 'from' || word === 'import') && next?.type === 'string' && textAt(source, at - 1) !== '.')
      return [literal(next)];
    return [];
  });
}

function literal(token: { readonly type: string; readonly text: string } | undefined): string | undefined {
  return token?.type === 'string' ? token.text.slice(1, -1) : undefined;
}
