import { type Analysis, analyze } from '../analyze.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { secondDocument } from './syntax/documents.ts';
import { alignLine, alignNext, indentText, spacesForTabs } from './syntax/indentation.ts';
import { closeBracket, closeQuote, dropPiece, insertBefore } from './syntax/missing.ts';
import { asKey, escapeBackslash, quoteRest, quoteTag } from './syntax/quotes.ts';
import type { Draft, Problem, WayOut } from './wayOut.ts';

/** What may mend a fault of syntax, by the words that tell of it; those that don't mend it aren't offered. */
const BY_WORDS: readonly (readonly [RegExp, WayOut])[] = [
  [/^YAML is indented with spaces/, spacesForTabs],
  [/^A ": " inside a text|must be in quotes\.$|^No value above is named/, quoteRest],
  [/^A key stands on one line|^A key needs a ":"/, indentText],
  [/^A key stands on one line|^A key needs a ":"/, asKey],
  [/^A key stands on one line|^A ": " inside a text/, alignNext],
  [/ is no escape\./, escapeBackslash],
  [/^A "[\]}]" is missing here/, closeBracket],
  [/^This text is never closed/, closeQuote],
  [/^A comma is missing/, insertBefore(', ')],
  [/^A space is missing behind/, insertBefore(' ')],
  [/^A comment needs a space/, insertBefore(' ')],
  [/^An item of a list begins/, insertBefore('- ')],
  [/start at the same column\.$/, alignLine],
  [/^The lines of this text must be indented/, indentText],
  [/^Nothing stands between two commas|isn't expected here\.$/, dropPiece],
  [/ is a YAML tag/, quoteTag],
  [/^A file holds one workflow/, secondDocument],
];

/** Beyond this length a text isn't read anew for each fix that is thought of. */
const LONGEST_TRIED = 500_000;

export const mendSyntax: WayOut = function* (problem) {
  const { analysis, diagnostic } = problem;
  if (diagnostic.replacement !== undefined || analysis.text.length > LONGEST_TRIED) return;
  const before = faultsOf(analysis);
  for (const [words, wayOut] of BY_WORDS) {
    if (!words.test(diagnostic.message)) continue;
    for (const draft of wayOut(problem)) {
      const after = tried(problem, draft);
      if (after === undefined || after.syntax.length >= before.syntax.length) continue;
      if (after.syntax.some((message) => !before.syntax.includes(message))) continue;
      // One that brings to light what the fault had hidden may still be what was meant.
      yield { ...draft, preferred: draft.preferred === true && after.errors <= before.errors };
    }
  }
};

interface Faults {
  /** What is said of the syntax. */
  readonly syntax: readonly string[];
  readonly errors: number;
}

function tried({ analysis }: Problem, { edits }: Draft): Faults | undefined {
  const known: readonly Edit[] = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length) return undefined;
  return faultsOf(analyze(applyEdits(analysis.text, known), undefined, analysis));
}

function faultsOf({ diagnostics }: Analysis): Faults {
  const syntax = diagnostics.filter(({ code }) => code === 'syntax').map(({ message }) => message);
  return { syntax, errors: diagnostics.filter(({ severity }) => severity === 'error').length };
}
