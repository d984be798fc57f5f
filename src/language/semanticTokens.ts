import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { type Occurrence, type OccurrenceKind, occurrences } from './occurrences.ts';
import { expressionTokens } from './semanticTokens/expressionTokens.ts';
import { namesWithin } from './semanticTokens/namesWithin.ts';

/** A word with a meaning that its spelling doesn't tell. On one line. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Those of the Language Server Protocol, so that every theme has colours for them; and one more. */
export const TOKEN_TYPES = [
  /** A task; with `defaultLibrary` a function that expressions call. */
  'function',
  /** An input, or a value of a matrix. */
  'parameter',
  /** An output, of a task or of the workflow. */
  'property',
  /** A variable of `env`; with `readonly` a secret. */
  'variable',
  /** A pool. */
  'type',
  /** `tasks`, `inputs` and the like in an expression. */
  'namespace',
  /** How a task ended. */
  'enumMember',
  /** A name that nothing bears. */
  'unresolved',
] as const;

export const TOKEN_MODIFIERS = ['declaration', 'readonly', 'defaultLibrary'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** The tokens of a file, or of those of its tasks that a range touches, in order; none overlaps another. */
export function semanticTokens(analysis: Analysis, range?: Range): readonly SemanticToken[] {
  const within = range === undefined ? undefined : namesWithin(analysis, range);
  const names = within?.occurrences ?? occurrences(analysis);
  const unresolved = unresolvedAt(analysis);
  const found: SemanticToken[] = names.map((each) =>
    unresolved.has(each.range.start)
      ? { range: each.range, type: 'unresolved', modifiers: [] }
      : nameToken(each),
  );
  for (const written of within?.expressions ?? analysis.expressions) found.push(...expressionTokens(written));
  return inOrder(analysis, found, range);
}

const TYPES: Readonly<Record<OccurrenceKind, TokenType>> = {
  task: 'function',
  input: 'parameter',
  output: 'property',
  'workflow-output': 'property',
  env: 'variable',
  pool: 'type',
  secret: 'variable',
  matrix: 'parameter',
};

function nameToken({ kind, range, role }: Occurrence): SemanticToken {
  const modifiers: TokenModifier[] = role === 'gives' ? ['declaration'] : [];
  if (kind === 'secret') modifiers.push('readonly');
  return { range, type: TYPES[kind], modifiers };
}

const UNRESOLVED: readonly string[] = ['unknown-task', 'unknown-name', 'unknown-pool'];

/** Where names stand that the rules don't find. */
function unresolvedAt({ diagnostics }: Analysis): ReadonlySet<number> {
  return new Set(diagnostics.filter(({ code }) => UNRESOLVED.includes(code)).map(({ range }) => range.start));
}

/** Of several at one place the first one: what an alias repeats is one word. */
function inOrder(
  { text }: Analysis,
  tokens: readonly SemanticToken[],
  range: Range | undefined,
): readonly SemanticToken[] {
  let end = 0;
  return tokens
    .toSorted((a, b) => a.range.start - b.range.start)
    .filter((token) => {
      const { start } = token.range;
      if (start < end || token.range.end <= start) return false;
      if (range !== undefined && (token.range.end < range.start || start > range.end)) return false;
      if (text.slice(start, token.range.end).includes('\n')) return false;
      end = token.range.end;
      return true;
    });
}
