import type { Diagnostic } from '../model/diagnostic.ts';
import type { Range } from '../model/text.ts';
import { type Analysis, analyze } from './analyze.ts';
import { applyEdits, type Edit, type FileEdits } from './edit.ts';
import { createOnce, type Once } from './fixes/wayOut.ts';
import { waysOut } from './fixes/waysOut.ts';
import { stepsTo } from './stepsTo.ts';

/** A change of the file that ends a diagnostic. */
export interface Fix {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  /** They don't overlap; all offsets are those of the file before the first one. */
  readonly edits: readonly Edit[];
  /** What was most likely meant. */
  readonly preferred: boolean;
  /** Files that are changed or made as well. */
  readonly others: readonly FileEdits[];
}

/** The changes that would end the diagnostics that a range touches. */
export function fixes(analysis: Analysis, range: Range): readonly Fix[] {
  const once = createOnce();
  return analysis.diagnostics
    .filter((diagnostic) => diagnostic.range.start <= range.end && range.start <= diagnostic.range.end)
    .flatMap((diagnostic) => fixesOf(analysis, diagnostic, once))
    .filter(isFirst)
    .toSorted(preferredFirst);
}

/** Two diagnostics of one slip may have one way out. */
function isFirst(fix: Fix, index: number, all: readonly Fix[]): boolean {
  return index === all.findIndex((each) => each.title === fix.title && sameEdits(each, fix));
}

function sameEdits(a: Fix, b: Fix): boolean {
  if (a.edits.length !== b.edits.length) return false;
  return a.edits.every(({ range, newText }, i) => {
    const other = b.edits[i];
    return range.start === other?.range.start && range.end === other.range.end && newText === other.newText;
  });
}

/** Beyond this length a text isn't read anew for each fix that is thought of. */
const LONGEST_TRIED = 500_000;

/** Of a longer file that is sound, the fixes aren't tried: what they touch is well-formed. */
const LONGEST_ALWAYS_TRIED = 50_000;

/** Where the syntax is broken, nobody can tell for certain what belongs to what: a fix may break it further. */
function breaks(analysis: Analysis, edits: readonly Edit[], once: Once): boolean {
  const before = once('syntax', () => syntaxFaults(analysis));
  const longest = before === 0 ? LONGEST_ALWAYS_TRIED : LONGEST_TRIED;
  if (edits.length === 0 || analysis.text.length > longest) return false;
  return syntaxFaults(analyze(applyEdits(analysis.text, edits), undefined, analysis)) > before;
}

function syntaxFaults({ diagnostics }: Analysis): number {
  return diagnostics.filter(({ code }) => code === 'syntax').length;
}

function preferredFirst(a: Fix, b: Fix): number {
  return Number(b.preferred) - Number(a.preferred);
}

/** The changes that would end one diagnostic of the file, what was most likely meant first. */
export function fixesOf(analysis: Analysis, diagnostic: Diagnostic, once: Once): readonly Fix[] {
  const place = stepsTo(analysis.root, diagnostic.range);
  const found: Fix[] = [];
  for (const wayOut of waysOut(diagnostic)) {
    for (const draft of wayOut({ analysis, diagnostic, place, once })) {
      const edits = draft.edits.filter((edit) => edit !== undefined);
      if (edits.length < draft.edits.length || found.some(({ title }) => title === draft.title)) continue;
      if (breaks(analysis, edits, once)) continue;
      const { title, preferred = false, others = [] } = draft;
      found.push({ title, diagnostic, edits, preferred, others });
    }
  }
  return found.toSorted(preferredFirst);
}
