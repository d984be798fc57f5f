import { parseTemplate } from './template.ts';

/**
 * The one expression of an `if`, without `${{ }}`: `${{ x }}`, or bare `x`.
 * `sourceStart` is where it begins in the text.
 */
export function conditionSource(text: string): { readonly source: string; readonly sourceStart: number } {
  const parts = parseTemplate(text.trim());
  const only = parts[0];
  if (parts.length === 1 && only?.type === 'expression') {
    const lead = text.length - text.trimStart().length;
    return { source: only.source, sourceStart: only.sourceStart + lead };
  }
  return { source: text, sourceStart: 0 };
}
