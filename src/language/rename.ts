import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import type { FileEdits } from './edit.ts';
import { meaningsIn } from './meaning.ts';
import type { Workspace } from './nested/workspace.ts';
import { occurrenceAt } from './occurrences.ts';
import { placesOf } from './references.ts';
import { nameClash } from './rename/nameClash.ts';
import { nameFault } from './rename/nameFault.ts';
import { notGiven } from './rename/notGiven.ts';
import { writtenTogether } from './rename/writtenTogether.ts';

/** Why a name stays as it is, for people, with the way out. */
export interface Refusal {
  readonly refusal: string;
}

/** What is renamed at an offset: the name, where it stands there. */
export function prepareRename(
  analysis: Analysis,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const occurrence = occurrenceAt(analysis, offset);
  if (occurrence === undefined || occurrence.name === '') return { refusal: NO_NAME };
  const meaning = meaningsIn(analysis)(occurrence);
  const refusal = notGiven(analysis, meaning);
  if (refusal !== undefined) return { refusal };
  const together = writtenTogether(analysis, meaning);
  if ('refusal' in together) return together;
  return {
    range: occurrence.range,
    placeholder: analysis.text.slice(occurrence.range.start, occurrence.range.end),
  };
}

/**
 * Gives what stands at an offset another name, everywhere: the changes of this file first, then those of the others of
 * the workspace that know it. Nothing else is touched. None where the name is the same.
 */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
  workspace: Workspace,
): readonly FileEdits[] | Refusal {
  const occurrence = occurrenceAt(analysis, offset);
  if (occurrence === undefined || occurrence.name === '') return { refusal: NO_NAME };
  const meaning = meaningsIn(analysis)(occurrence);
  const given = notGiven(analysis, meaning);
  if (given !== undefined) return { refusal: given };
  const together = writtenTogether(analysis, meaning);
  if ('refusal' in together) return together;
  if (name === meaning.name) return [];
  for (const each of together) {
    const refusal = nameFault(each.kind, name) ?? nameClash(each.file?.analysis ?? analysis, each, name);
    if (refusal !== undefined) return { refusal };
  }
  const places = together.flatMap((each) => placesOf(analysis, each, workspace));
  const byFile = Map.groupBy(places, ({ file }) => file);
  return [...byFile].map(([file, all]) => ({
    file,
    edits: [...new Map(all.map(({ range }) => [range.start, range])).values()]
      .sort((a, b) => a.start - b.start)
      .map((range) => ({ range, newText: name })),
  }));
}

const NO_NAME =
  'Here is no name to change. Names are those of tasks, inputs, outputs, variables of "env", pools, secrets and lists of a matrix.';
