import type { Analysis } from '../analyze.ts';

/** Whether what is said of a file may depend on others: workflows that it runs, modules, scripts. */
export function looksBeside({ files, kept }: Pick<Analysis, 'files' | 'kept'>): boolean {
  if (files === undefined) return false;
  return kept.entries.some(({ own }) => {
    const { work } = own.task;
    if (work?.kind === 'run') return NAMES_FILE.test(work.script.value);
    return work?.kind === 'module' || work?.kind === 'workflow';
  });
}

/** A path, or the name of a script. */
export const NAMES_FILE = /[\w.]\/|\.(sh|bash|[cm]?[jt]s|py|rb|pl)\b/;
