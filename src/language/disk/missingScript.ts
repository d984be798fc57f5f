import { sourceRange } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import { didYouMean } from '../suggest.ts';
import type { DiskFacts, DiskRule } from './diskRules.ts';
import { isSlip, mayComeLater, nearestFile } from './nearestFile.ts';

/** So many files are looked for, at every key that somebody presses. */
const MOST = 200;

/** A script's first program, named by its path, that isn't there: before it, nothing has run that could make it. */
export const missingScript: DiskRule = function* (facts) {
  const known = new Map<string, Found>();
  for (const entry of facts.entries) {
    const { own } = entry;
    const start = own.started();
    if (start === undefined || own.task.work?.kind !== 'run') continue;
    const cwd = own.task.work.cwd?.value;
    const path = cwd === undefined ? start.path : `${cwd}/${start.path}`;
    const found = known.get(path) ?? (known.size < MOST ? look(facts, path, cwd) : undefined);
    if (found === undefined) continue;
    known.set(path, found);
    if (found.isThere || (mayComeLater(own.task) && !isSlip(path, found.nearest))) continue;
    const { work } = entry.task;
    if (work?.kind !== 'run') continue;
    const replacement = found.nearest?.slice(path.length - start.path.length);
    const wayOut =
      didYouMean(replacement) || ' Nothing runs before that could make it. Mend the path, or write the file.';
    const message = `There is no file ${quoted(start.path)}.${wayOut}`;
    yield blame('missing-script', sourceRange(work.script, start.range), message, { replacement });
  }
};

interface Found {
  readonly isThere: boolean;
  readonly nearest: string | undefined;
}

/** Where the folder itself isn't there, the task fails for that. */
function look({ disk, folder }: DiskFacts, path: string, cwd: string | undefined): Found {
  const isThere =
    disk.kind(path, folder) !== undefined || (cwd !== undefined && disk.kind(cwd, folder) !== 'folder');
  return { isThere, nearest: isThere ? undefined : nearestFile(disk, folder, path) };
}
