import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { Range } from '../model/text.ts';
import { type Analysis, analyze } from './analyze.ts';
import { composed } from './edit/composed.ts';
import { applyEdits, type Edit } from './edit.ts';
import { createOnce, type Once } from './fixes/wayOut.ts';
import { type Fix, fixesOf } from './fixes.ts';

/** Each round may bring to light what the one before had hidden; a file that isn't through by then stays as it is. */
const MOST_ROUNDS = 50;

/** Of so many diagnostics the preferred fixes are made in one round; the rest has to wait for the next one. */
const MOST_AT_ONCE = 300;

/** A file with more of them is another thing than a workflow, or repeats one fault by aliases: nobody waits for that. */
const MOST_DIAGNOSTICS = 1500;

/** What is spent at most on trying fixes, so that a file full of faults doesn't take minutes: letters, about. */
const MOST_SPENT = 1_000_000;

/**
 * Makes all preferred fixes of a file, over and over until none is left; with a code, only those of its diagnostics.
 * Never makes it worse: there are no more errors than before, in the syntax neither, and no need more on a cycle.
 */
export function fixAll(analysis: Analysis, code?: DiagnosticCode): readonly Edit[] {
  if (analysis.diagnostics.length > MOST_DIAGNOSTICS) return [];
  // A fix may bring to light what the fault had hidden, and that may be mended as well.
  const bold = rounds(
    analysis,
    code,
    (before, now) => now.syntax > before.syntax || now.cycles > before.cycles,
  );
  if (!isWorse(faultsOf(analysis), faultsOf(bold.after))) return composed(analysis.text.length, bold.steps);
  return composed(analysis.text.length, rounds(analysis, code, isWorse).steps);
}

interface Rounds {
  readonly steps: readonly (readonly Edit[])[];
  readonly after: Analysis;
}

type Worse = (before: Faults, now: Faults) => boolean;

function rounds(analysis: Analysis, code: DiagnosticCode | undefined, worse: Worse): Rounds {
  const steps: (readonly Edit[])[] = [];
  const refused = new Set<string>();
  const seen = new Set([analysis.text]);
  let after = analysis;
  let spent = 0;
  for (let round = 0; round < MOST_ROUNDS && spent < MOST_SPENT; round++) {
    const chosen = choose(after, code, refused);
    if (chosen.length === 0) break;
    spent += costOf(after);
    const all = chosen.flatMap(({ edits }) => edits);
    const step =
      tried(after, all, worse) ??
      // Together they make it worse: one alone may not, and what is worse alone isn't asked again.
      firstOf(chosen, (fix) => {
        if (spent >= MOST_SPENT) return undefined;
        spent += costOf(after);
        const alone = tried(after, fix.edits, worse);
        if (alone === undefined) refused.add(nameOf(fix));
        return alone;
      });
    if (step === undefined) continue;
    if (seen.has(step.after.text)) break;
    seen.add(step.after.text);
    steps.push(step.edits);
    after = step.after;
  }
  return { steps, after };
}

/** What it costs to look at a version once more. */
function costOf({ text, diagnostics }: Analysis): number {
  return text.length + 500 * diagnostics.length;
}

/** The codes of the diagnostics that a range touches of which the file has several that have a preferred fix. */
export function fixableTogether(analysis: Analysis, range: Range): readonly DiagnosticCode[] {
  const once = createOnce();
  const { diagnostics } = analysis;
  const here = diagnostics.filter((each) => each.range.start <= range.end && range.start <= each.range.end);
  return [...new Set(here.map(({ code }) => code))].filter((code) => {
    let count = 0;
    for (const each of diagnostics.filter((other) => other.code === code).slice(0, MOST_LOOKED_AT)) {
      if (preferredFix(analysis, each, once) !== undefined) count++;
      if (count > 1) return true;
    }
    return false;
  });
}

const MOST_LOOKED_AT = 20;

interface Step {
  readonly edits: readonly Edit[];
  readonly after: Analysis;
}

/** Preferred fixes that don't touch one another, in the order of the file. */
function choose(
  analysis: Analysis,
  code: DiagnosticCode | undefined,
  refused: ReadonlySet<string>,
): readonly Fix[] {
  const once = createOnce();
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const diagnostic of analysis.diagnostics) {
    if (chosen.length >= MOST_AT_ONCE) break;
    if (code !== undefined && diagnostic.code !== code) continue;
    const fix = preferredFix(analysis, diagnostic, once);
    if (fix === undefined || refused.has(nameOf(fix))) continue;
    if (fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

function preferredFix(analysis: Analysis, diagnostic: Diagnostic, once: Once): Fix | undefined {
  return fixesOf(analysis, diagnostic, once).find(
    ({ preferred, others }) => preferred && others.length === 0,
  );
}

/** What edits make of a file; nothing where that is worse. */
function tried(before: Analysis, edits: readonly Edit[], worse: Worse): Step | undefined {
  const after = analyze(applyEdits(before.text, edits), before.place, before);
  return worse(faultsOf(before), faultsOf(after)) ? undefined : { edits, after };
}

interface Faults {
  readonly errors: number;
  readonly syntax: number;
  readonly cycles: number;
}

function faultsOf({ diagnostics }: Analysis): Faults {
  const count = (is: (diagnostic: Diagnostic) => boolean): number => diagnostics.filter(is).length;
  return {
    errors: count(({ severity }) => severity === 'error'),
    syntax: count(({ code }) => code === 'syntax'),
    cycles: count(({ code }) => code === 'cycle'),
  };
}

function isWorse(before: Faults, now: Faults): boolean {
  return now.errors > before.errors || now.syntax > before.syntax || now.cycles > before.cycles;
}

function firstOf<T, R>(all: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Offsets change from round to round; what a fix is for doesn't. */
function nameOf({ title, diagnostic }: Fix): string {
  return `${diagnostic.code} ${diagnostic.message} ${title}`;
}

/** Whether two edits touch the same letters, or write at one place. */
function clash(a: Edit, b: Edit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}
