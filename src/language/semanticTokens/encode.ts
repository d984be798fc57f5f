import type { Lines } from '../../model/text.ts';
import { type SemanticToken, TOKEN_MODIFIERS, TOKEN_TYPES } from '../semanticTokens.ts';

/** Tokens as editors take them: five numbers each, places relative to the one before, as the Language Server Protocol has it. */
export function encodeTokens(lines: Lines, tokens: readonly SemanticToken[]): readonly number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { range, type, modifiers } of tokens) {
    const at = lines.position(range.start);
    const line = at.line - before.line;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    data.push(
      line,
      line === 0 ? at.character - before.character : at.character,
      range.end - range.start,
      TOKEN_TYPES.indexOf(type),
      bits,
    );
    before = at;
  }
  return data;
}

/** Numbers in the place of others. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** The one edit that leads from some numbers to others: between where both begin alike and where both end alike. */
export function tokenEdits(before: readonly number[], after: readonly number[]): readonly TokenEdit[] {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - tail - start;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
