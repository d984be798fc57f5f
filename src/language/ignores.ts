import { DEFAULT_SEVERITIES, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import type { Located } from '../model/text.ts';
import { blame, quoted } from './blame.ts';
import { type IgnoreComment, ignoreComments } from './ignores/ignoreComments.ts';
import { createSuggest, didYouMean, type Suggest } from './suggest.ts';

/**
 * What is left when `# flow-ignore: code` has silenced what it names, and what is to be said of such comments
 * themselves. Errors aren't silenced: they keep the workflow from being run.
 */
export function heedIgnores(text: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const comments = ignoreComments(text);
  if (comments.length === 0) return diagnostics;
  const heard = new Set<Diagnostic>();
  const said: Diagnostic[] = [];
  const suggest = createSuggest();
  // A file with errors isn't looked at to its end.
  const isWhole = !diagnostics.some(({ severity }) => severity === 'error');
  for (const comment of comments) {
    if (comment.codes.length === 0) said.push(nameless(comment));
    for (const code of comment.codes) {
      const here = diagnosticsOn(comment, code.value, diagnostics);
      for (const diagnostic of here) if (diagnostic.severity !== 'error') heard.add(diagnostic);
      const fault = faultOf(code, here, isWhole, suggest);
      if (fault !== undefined) said.push(fault);
    }
  }
  return [...diagnostics.filter((diagnostic) => !heard.has(diagnostic)), ...said].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
}

/** Those of a code that begin on the line that a comment speaks of. They are in the order of their places. */
function diagnosticsOn(
  { line }: IgnoreComment,
  code: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (let i = firstFrom(diagnostics, line.start); i < diagnostics.length; i++) {
    const diagnostic = diagnostics[i];
    if (diagnostic === undefined || diagnostic.range.start > line.end) break;
    if (diagnostic.code === code) found.push(diagnostic);
  }
  return found;
}

function firstFrom(diagnostics: readonly Diagnostic[], start: number): number {
  let low = 0;
  let high = diagnostics.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((diagnostics[middle]?.range.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What one machine lacks, another has: there the comment is of use. */
const ELSEWHERE: ReadonlySet<string> = new Set<DiagnosticCode>([
  'unknown-file',
  'missing-shell',
  'missing-module',
  'missing-script',
]);

function faultOf(
  code: Located<string>,
  here: readonly Diagnostic[],
  isWhole: boolean,
  suggest: Suggest,
): Diagnostic | undefined {
  const name = quoted(code.value);
  if (!Object.hasOwn(DEFAULT_SEVERITIES, code.value)) {
    const replacement = suggest(code.value, Object.keys(DEFAULT_SEVERITIES));
    const wayOut = didYouMean(replacement) || ' Name a code that a diagnostic has.';
    return blame('unused-ignore', code.range, `There is no code ${name}.${wayOut}`, { replacement });
  }
  if (here.some(({ severity }) => severity === 'error')) {
    const message = `${name} is an error here, which keeps the workflow from being run: it can't be silenced. Mend it.`;
    return blame('unused-ignore', code.range, message);
  }
  if (here.length > 0 || !isWhole || ELSEWHERE.has(code.value)) return undefined;
  return blame('unused-ignore', code.range, `There is no ${name} on this line to silence. Take it out.`);
}

function nameless({ range }: IgnoreComment): Diagnostic {
  const message =
    'The comment names no code, so it silences nothing. Write one, as in # flow-ignore: secret.';
  return blame('unused-ignore', range, message);
}
