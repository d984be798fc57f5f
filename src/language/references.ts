import type { Analysis } from './analyze.ts';
import { callItem } from './callHierarchy.ts';
import type { FileRange } from './fileRange.ts';
import { type Meaning, meaningsIn } from './meaning.ts';
import { mayRunOthers, type Workspace, type WorkspaceFile } from './nested/workspace.ts';
import { type Occurrence, occurrenceAt, occurrences } from './occurrences.ts';
import { runnersOf } from './references/runnersOf.ts';

/** A place that means what was asked about. */
export interface Found extends FileRange {
  readonly role: Occurrence['role'];
}

/**
 * Every place that gives or reads what stands at an offset: those of this file first, in its order, then those of the
 * others that know it: an input or an output of a workflow, or the workflow itself. `workspace` may hold the file itself;
 * it isn't looked at there.
 */
export function references(analysis: Analysis, offset: number, workspace: Workspace = []): readonly Found[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (occurrence === undefined) return pathsAt(analysis, offset, workspace);
  return placesOf(analysis, meaningsIn(analysis)(occurrence), workspace);
}

/** Of a workflow, by the path of its file or its own name: every path that leads there. */
function pathsAt(analysis: Analysis, offset: number, workspace: Workspace): readonly Found[] {
  const item = callItem(analysis, offset);
  if (item?.file === undefined) return [];
  return runnersOf(item.file, analysis, workspace).map(({ file, task }) => ({
    file,
    range: task.work.path.range,
    role: 'reads',
  }));
}

/** Every place that gives or reads what stands at an offset in this file. */
export function highlights(analysis: Analysis, offset: number): readonly Found[] {
  return references(analysis, offset).filter(({ file }) => file === undefined);
}

/** Every place of one meaning, as this file knows it. */
export function placesOf(analysis: Analysis, meaning: Meaning, workspace: Workspace): readonly Found[] {
  const own = placesIn(analysis, meaning.name, (other) => other.key === meaning.key);
  const { file } = meaning;
  const home = file?.source.id ?? analysis.place?.id;
  const isKnownOutside = meaning.kind === 'input' || meaning.kind === 'workflow-output';
  if (!isKnownOutside || home === undefined) return own;
  const others = workspace.filter(({ id }) => id !== home && id !== analysis.place?.id);
  return [
    ...own,
    ...(file === undefined ? [] : inHome(file.analysis, meaning, file.source.id)),
    ...others.flatMap((other) => inOther(other, meaning, home)),
  ];
}

function inHome(analysis: Analysis, { kind, name }: Meaning, id: string): readonly Found[] {
  const isSame = (other: Meaning): boolean =>
    other.kind === kind && other.name === name && other.file === undefined && other.of === undefined;
  return placesIn(analysis, name, isSame, id);
}

function inOther(other: WorkspaceFile, { kind, name }: Meaning, home: string): readonly Found[] {
  const analysis = mayRunOthers(other) ? other.analysis() : undefined;
  if (analysis === undefined) return [];
  const isSame = (each: Meaning): boolean =>
    each.kind === kind && each.name === name && each.file?.source.id === home;
  return placesIn(analysis, name, isSame, other.id);
}

/** Each place once, though it may count in several tasks. Nothing is read by another name but in letter case. */
function placesIn(
  analysis: Analysis,
  name: string,
  isSame: (meaning: Meaning) => boolean,
  file?: string,
): readonly Found[] {
  const meaningOf = meaningsIn(analysis);
  const folded = name.toLowerCase();
  const found = new Map<number, Found>();
  for (const each of occurrences(analysis)) {
    if (each.name.toLowerCase() !== folded || !isSame(meaningOf(each))) continue;
    const isGiven = each.role === 'gives' || found.get(each.range.start)?.role === 'gives';
    found.set(each.range.start, { file, range: each.range, role: isGiven ? 'gives' : 'reads' });
  }
  return [...found.values()];
}
