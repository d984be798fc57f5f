import { conditionSource } from '../expression/condition.ts';
import { type Call, calls, type Reference, references } from '../expression/references.ts';
import { type ParsedExpression, parseExpression } from '../expression/syntax.ts';
import { hasExpression, parseTemplate } from '../expression/template.ts';
import { type Range, sourceRange, type Text } from '../model/text.ts';
import type { Entry, Task, Work } from '../model/workflow.ts';

/** An expression of a workflow, read, and where it stands. */
export interface WrittenExpression {
  /** Absent in the workflow's own `env` and `outputs`. */
  readonly task: Task | undefined;
  readonly key: ExpressionKey;
  readonly text: Text;
  /** Where `source` begins in the text's value. */
  readonly start: number;
  readonly source: string;
  readonly fault: ParsedExpression['fault'];
  readonly references: readonly Reference[];
  readonly calls: readonly Call[];
}

export type ExpressionKey =
  | 'if'
  | 'env'
  | 'run'
  | 'module'
  | 'approval'
  | 'with'
  | 'cwd'
  | 'matrix'
  | 'cache'
  | 'outputs';

type Understood = Pick<WrittenExpression, 'fault' | 'references' | 'calls'>;

/** The expressions of a task. */
export function taskExpressions(task: Task): readonly WrittenExpression[] {
  return expressionsIn(textsOf(task));
}

/** Those of the workflow's own `env`, or of its `outputs`. */
export function sharedExpressions(
  entries: readonly Entry[],
  key: 'env' | 'outputs',
): readonly WrittenExpression[] {
  return expressionsIn(entries.map(({ value: text }) => ({ task: undefined, key, text })));
}

/** One that is written many times is parsed once. */
function expressionsIn(texts: Iterable<PlacedText>): readonly WrittenExpression[] {
  const known = new Map<string, Understood>();
  const found: WrittenExpression[] = [];
  for (const { task, key, text } of texts) {
    const at = { task, key, text };
    if (key === 'if') found.push({ ...at, ...conditionIn(text.value, known) });
    else if (hasExpression(text.value)) {
      for (const part of parseTemplate(text.value)) {
        if (part.type === 'expression') {
          const { source, sourceStart: start } = part;
          found.push({ ...at, start, source, ...understood(source, known) });
        } else if (part.type === 'unclosed') {
          const source = text.value.slice(part.range.start);
          const fault = {
            message: '"${{" is never closed: a "}}" is missing, or a single quote before it.',
            range: { start: 0, end: 3 },
          };
          found.push({ ...at, start: part.range.start, source, fault, references: [], calls: [] });
        }
      }
    }
  }
  return found;
}

/** The place in the file of a piece of an expression's source. */
export function placeOf({ text, start }: WrittenExpression, piece: Range): Range {
  return sourceRange(text, { start: start + piece.start, end: start + piece.end });
}

function conditionIn(
  text: string,
  known: Map<string, Understood>,
): Understood & Pick<WrittenExpression, 'start' | 'source'> {
  const { source, sourceStart: start } = conditionSource(text);
  if (!hasExpression(source)) return { start, source, ...understood(source, known) };
  const message = 'An "if" is one expression: write all of it inside one ${{ }}, or without.';
  const fault = { message, range: { start: 0, end: source.trimEnd().length } };
  return { start, source, fault, references: [], calls: [] };
}

function understood(source: string, known: Map<string, Understood>): Understood {
  const before = known.get(source);
  if (before !== undefined) return before;
  const parsed = parseExpression(source);
  const result = { fault: parsed.fault, references: references(source, parsed), calls: calls(parsed) };
  known.set(source, result);
  return result;
}

interface PlacedText {
  readonly task: Task | undefined;
  readonly key: ExpressionKey;
  readonly text: Text;
}

/** Every text of a task that may hold expressions. */
function* textsOf(task: Task): Iterable<PlacedText> {
  if (task.if !== undefined) yield { task, key: 'if', text: task.if };
  for (const text of task.matrix?.texts ?? []) yield { task, key: 'matrix', text };
  for (const { value: text } of task.env) yield { task, key: 'env', text };
  for (const { key, text } of textsOfWork(task.work)) yield { task, key, text };
  const { inputs = [], outputs = [] } = task.cache ?? {};
  for (const text of [...inputs, ...outputs]) yield { task, key: 'cache', text };
}

function* textsOfWork(work: Work | undefined): Iterable<Omit<PlacedText, 'task'>> {
  if (work === undefined) return;
  if (work.kind === 'run') yield { key: 'run', text: work.script };
  if (work.kind === 'module') yield { key: 'module', text: work.path };
  if (work.kind === 'approval') yield { key: 'approval', text: work.message };
  if ('texts' in work) for (const text of work.texts) yield { key: 'with', text };
  if ('cwd' in work && work.cwd !== undefined) yield { key: 'cwd', text: work.cwd };
}
