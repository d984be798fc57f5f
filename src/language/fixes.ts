import type { Diagnostic } from '../model/diagnostic.ts';
import type { Located, Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { quoted } from './blame.ts';
import { withDownstream } from './complete/taskNames.ts';
import type { Edit } from './edit.ts';
import { addNeed, removeNeed } from './fixes/needEdits.ts';

/** A change of the file that ends a diagnostic. */
export interface Fix {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  /** They don't overlap; all offsets are those of the file before the first one. */
  readonly edits: readonly Edit[];
  /** What was most likely meant. */
  readonly preferred: boolean;
}

/** The changes that would end the diagnostics that a range touches. */
export function fixes(analysis: Analysis, range: Range): readonly Fix[] {
  return analysis.diagnostics
    .filter((diagnostic) => diagnostic.range.start <= range.end && range.start <= diagnostic.range.end)
    .flatMap((diagnostic) => fixesOf(analysis, diagnostic));
}

function fixesOf(analysis: Analysis, diagnostic: Diagnostic): readonly Fix[] {
  switch (diagnostic.code) {
    case 'self-need':
    case 'duplicate-need':
    case 'finally-need':
      return removal(analysis, diagnostic, true);
    case 'cycle':
      return removal(analysis, diagnostic, false);
    case 'unknown-task':
      return [...replacement(analysis, diagnostic), ...removal(analysis, diagnostic, false)];
    case 'missing-need':
      return addition(analysis, diagnostic);
    default:
      return replacement(analysis, diagnostic);
  }
}

function replacement({ text }: Analysis, diagnostic: Diagnostic): readonly Fix[] {
  if (diagnostic.replacement === undefined) return [];
  const newText = inQuotesOf(text, diagnostic.range, diagnostic);
  return [
    {
      title: `Change to ${quoted(diagnostic.replacement)}`,
      diagnostic,
      edits: [{ range: diagnostic.range, newText }],
      preferred: true,
    },
  ];
}

/** A name in quotes stays in quotes; a number or a boolean that shouldn't be in quotes loses them. */
function inQuotesOf(
  text: string,
  { start, end }: Range,
  { code, replacement: name = '' }: Diagnostic,
): string {
  const quote = text[start];
  const isQuoted = end - start > 1 && (quote === '"' || quote === "'") && text[end - 1] === quote;
  return isQuoted && code !== 'wrong-type' ? `${quote}${name}${quote}` : name;
}

function removal(analysis: Analysis, diagnostic: Diagnostic, preferred: boolean): readonly Fix[] {
  const found = needAt(analysis, diagnostic.range);
  const edit = found === undefined ? undefined : removeNeed(analysis, found.task, found.need);
  if (found === undefined || edit === undefined) return [];
  const title = `Take ${quoted(found.need.value)} out of the needs of ${quoted(found.task.id.value)}`;
  return [{ title, diagnostic, edits: [edit], preferred }];
}

/** The need that a task reads and doesn't have; none where it would close a cycle. */
function addition(analysis: Analysis, diagnostic: Diagnostic): readonly Fix[] {
  for (const { task, references, text } of analysis.expressions) {
    if (
      task === undefined ||
      diagnostic.range.start < text.range.start ||
      text.range.end < diagnostic.range.end
    ) {
      continue;
    }
    const name = analysis.text.slice(diagnostic.range.start, diagnostic.range.end);
    if (!references.some(({ context, path }) => context === 'tasks' && path[0]?.name === name)) continue;
    if (withDownstream(analysis, task.id.value).has(name)) continue;
    // Between `tasks` and `finally` there are no needs.
    if (analysis.tasksById.get(name)?.finally !== task.finally) continue;
    const edit = addNeed(analysis, task, name);
    if (edit === undefined) continue;
    const title = `Add ${quoted(name)} to the needs of ${quoted(task.id.value)}`;
    return [{ title, diagnostic, edits: [edit], preferred: true }];
  }
  return [];
}

function needAt(
  { workflow }: Analysis,
  range: Range,
): { readonly task: Task; readonly need: Located<string> } | undefined {
  for (const task of workflow.tasks) {
    const need = task.needs.find((each) => each.range.start === range.start && each.range.end === range.end);
    if (need !== undefined) return { task, need };
  }
  return undefined;
}
