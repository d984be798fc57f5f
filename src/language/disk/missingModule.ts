import { hasExpression } from '../../expression/template.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ModuleWork } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import { didYouMean } from '../suggest.ts';
import type { DiskFacts, DiskRule } from './diskRules.ts';
import { exportFault } from './exportFault.ts';
import { isSlip, mayComeLater, nearestFile } from './nearestFile.ts';

/** So many files are looked at, at every key that somebody presses. */
const MOST = 200;

/** A module that isn't there, or that exports nothing that can be called. */
export const missingModule: DiskRule = function* (facts) {
  const known = new Map<string, Found>();
  for (const entry of facts.entries) {
    const { work } = entry.own.task;
    if (work?.kind !== 'module' || hasExpression(work.path.value)) continue;
    const path = work.path.value;
    // What is no path of a module is told by itself.
    if (!/^[^/\\:]*[\w./ -]*\.[cm]?[jt]s$/.test(path) || path.startsWith('/')) continue;
    const found = known.get(path) ?? (known.size < MOST ? look(facts, path) : undefined);
    if (found === undefined) continue;
    known.set(path, found);
    if (found.isThere && found.fault === undefined) continue;
    const placed = entry.task.work;
    if (placed?.kind !== 'module') continue;
    const fault = faultOf(found, placed, mayComeLater(entry.own.task));
    if (fault !== undefined) yield fault;
  }
};

interface Found {
  readonly isThere: boolean;
  readonly fault: string | undefined;
  readonly nearest: string | undefined;
}

function look({ disk, folder }: DiskFacts, path: string): Found {
  const kind = disk.kind(path, folder);
  if (kind === undefined)
    return { isThere: false, fault: undefined, nearest: nearestFile(disk, folder, path) };
  const text = kind === 'file' ? disk.text(path, folder) : undefined;
  const fault = text === undefined ? undefined : exportFault(text);
  return { isThere: true, fault, nearest: undefined };
}

function faultOf(
  { isThere, fault, nearest }: Found,
  { path }: ModuleWork,
  mayCome: boolean,
): Diagnostic | undefined {
  const file = quoted(path.value);
  if (isThere) {
    return fault === undefined ? undefined : blame('missing-module', path.range, `${file} ${fault}`);
  }
  if (mayCome && !isSlip(path.value, nearest)) return undefined;
  const wayOut =
    didYouMean(nearest) || ' Nothing runs before that could make it. Mend the path, or write the file.';
  return blame('missing-module', path.range, `There is no file ${file}.${wayOut}`, { replacement: nearest });
}
