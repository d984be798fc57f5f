import { type Located, sourceRange } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';
import { ofShell } from '../outputs/ofShell.ts';
import { rangeOf } from '../outputs/written.ts';

/**
 * The paths in the commands of a script that `isFile` says are files: of what it starts, and of what it gives to that. Of
 * scripts of sh and its kin, up to where the script goes to another folder.
 */
export function startedPaths(
  { script, shell }: RunWork,
  isFile: (path: string) => boolean,
): readonly Located<string>[] {
  const [program = 'sh'] = (shell?.value ?? 'sh').trim().split(/\s+/);
  if (!/^(.*\/)?(sh|bash|dash|ash|ksh|mksh|zsh)$/.test(program)) return [];
  const text = script.value;
  // Most scripts name no file that is there, and needn't be read.
  if (!(text.match(PATH) ?? []).some(isFile)) return [];
  const left = text.search(/(?:^|[\s;&|(])(?:cd|pushd)\s/);
  return ofShell(text, program).programs.flatMap(({ words }) =>
    words.flatMap(({ written }) => {
      const range = rangeOf(written, 0, written.text.length);
      const isThere = range !== undefined && (left < 0 || range.end <= left) && IS_PATH.test(written.text);
      return isThere && isFile(written.text)
        ? [{ value: written.text, range: sourceRange(script, range) }]
        : [];
    }),
  );
}

/** Relative, and with a dot or a slash in it: other words hardly ever name a file. */
const PATH = /[\w@.][\w@+-]*(?:[./][\w@.+-]*)+/g;
const IS_PATH = new RegExp(`^${PATH.source}$`);
