import type { Range } from '../model/text.ts';

/** A text cut at its `${{ }}`. */
export type TemplatePart =
  | { readonly type: 'literal'; readonly text: string; readonly range: Range }
  /** `range` covers `${{` to `}}`; `source` is what stands between them and begins at `sourceStart`. */
  | {
      readonly type: 'expression';
      readonly source: string;
      readonly sourceStart: number;
      readonly range: Range;
    }
  /** `${{` that is never closed, up to the end of the text. */
  | { readonly type: 'unclosed'; readonly range: Range };

/** Cuts a text at its expressions. `}}` inside a `'string'` of an expression doesn't end it. Never throws. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('${{', from);
    if (open !== from) {
      const end = open < 0 ? text.length : open;
      parts.push({ type: 'literal', text: text.slice(from, end), range: { start: from, end } });
    }
    if (open < 0) break;
    const close = closingBraces(text, open + 3);
    if (close === undefined) {
      parts.push({ type: 'unclosed', range: { start: open, end: text.length } });
      break;
    }
    const range = { start: open, end: close + 2 };
    parts.push({ type: 'expression', source: text.slice(open + 3, close), sourceStart: open + 3, range });
    from = range.end;
  }
  return parts;
}

export function hasExpression(text: string): boolean {
  return text.includes('${{');
}

function closingBraces(text: string, from: number): number | undefined {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (!quoted && text[i] === '}' && text[i + 1] === '}') return i;
  }
  return undefined;
}
