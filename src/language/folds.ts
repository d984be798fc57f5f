import type { Analysis } from './analyze.ts';
import { type FoldLine, foldLines } from './folds/foldLines.ts';

/** Lines that can be shown as their first one alone. Zero-based, both ends included. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'region' | undefined;
}

/**
 * What can be folded: whatever stands deeper than the line that it belongs to (maps, lists, texts in blocks, brackets
 * over many lines), comments of more than one line, and what stands between `# region` and `# endregion`. Read from the
 * indentation, so that it holds however broken the file is. In the order of their first lines.
 */
export function folds({ text }: Pick<Analysis, 'text'>): readonly Fold[] {
  const lines = foldLines(text);
  const found = [...byIndentation(lines), ...comments(lines), ...regions(lines)];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Blank lines and comments at the end of a block belong to what comes next. */
function byIndentation(lines: readonly FoldLine[]): readonly Fold[] {
  const found: Fold[] = [];
  const open: { readonly at: number; readonly indent: number; readonly isKey: boolean }[] = [];
  let last = -1;
  for (const [at, { indent, kind, opensList }] of lines.entries()) {
    if (kind === 'blank' || kind === 'comment') continue;
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      // The items of a list may stand at the column of its key.
      const isInside = indent > top.indent || (top.isKey && kind === 'item' && indent === top.indent);
      if (isInside) break;
      // A bracket that closes what a line opened stays in sight.
      if (last > top.at) found.push({ start: top.at, end: last, kind: undefined });
      open.pop();
    }
    if (kind !== 'closer') open.push({ at, indent, isKey: opensList });
    last = at;
  }
  for (const { at } of open) if (last > at) found.push({ start: at, end: last, kind: undefined });
  return found;
}

function comments(lines: readonly FoldLine[]): readonly Fold[] {
  const found: Fold[] = [];
  for (let at = 0; at < lines.length; at++) {
    const start = at;
    const isComment = (i: number): boolean => lines[i]?.kind === 'comment' && lines[i]?.region === undefined;
    while (isComment(at)) at++;
    if (at - start > 1) found.push({ start, end: at - 1, kind: 'comment' });
  }
  return found;
}

/** One that is never closed folds nothing. */
function regions(lines: readonly FoldLine[]): readonly Fold[] {
  const found: Fold[] = [];
  const open: number[] = [];
  for (const [end, { region }] of lines.entries()) {
    if (region === 'start') open.push(end);
    const start = region === 'end' ? open.pop() : undefined;
    if (start !== undefined) found.push({ start, end, kind: 'region' });
  }
  return found;
}
