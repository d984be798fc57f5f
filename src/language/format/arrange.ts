import type { Range } from '../../model/text.ts';
import type { Edit } from '../edit.ts';
import { moveBlock } from './blockLines.ts';
import { type Columns, createColumns } from './columns.ts';
import { blockOf, type Leaf } from './leaf.ts';
import { spacing } from './spacing.ts';

/** The edits that lay the blanks between leaves out, each as small as can be. Of a `range`, only those inside of it. */
export function arrange(text: string, leaves: readonly Leaf[], range: Range | undefined): readonly Edit[] {
  const edits: Edit[] = [];
  const columns = createColumns(text, range);
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const solidAfter = solidsAfter(leaves);
  let solidBefore: Leaf | undefined;
  let lineColumn = 0;
  let header = '';
  leaves.forEach((leaf, i) => {
    const before = leaves[i - 1];
    const gap = { start: before?.end ?? 0, end: leaf.start };
    const written = text.slice(gap.start, gap.end);
    if (before === undefined || written.includes('\n')) {
      lineColumn = columnOf(leaf, columns, solidBefore, solidAfter[i]);
      replace(gap, lines(before, written, lineColumn));
    } else if (!isFixed(leaf, columns)) {
      replace(gap, spacing(text, before, leaf, written));
    }
    if (leaf.kind === 'open') columns.open(leaf.level, lineColumn);
    if (leaf.kind === 'header') header = text.slice(leaf.start, leaf.end);
    else if (leaf.kind === 'lines') moveLines(leaf);
    else if (leaf.kind === 'scalar') moveContinuation(leaf);
    if (leaf.kind !== 'comment') solidBefore = leaf;
  });
  const last = leaves.at(-1);
  const end = { start: last?.end ?? 0, end: text.length };
  const isText = last?.kind === 'lines' && end.start === end.end;
  if (!isText) replace(end, last === undefined ? '' : lineBreakIn(text.slice(end.start)));
  return edits;

  function lineBreakIn(written: string): string {
    return /\r?\n/.exec(written)?.[0] ?? lineBreak;
  }

  /** One empty line stays one, of several one is left, and none before the first leaf. */
  function lines(before: Leaf | undefined, written: string, column: number): string {
    const breaks = written.match(/\r?\n/g) ?? [];
    return `${before === undefined ? '' : breaks.slice(0, 2).join('')}${' '.repeat(column)}`;
  }

  function moveLines(leaf: Leaf): void {
    if (range !== undefined && !isInside(leaf, range)) return;
    const block = blockOf(leaf.level);
    const by = block === undefined ? 0 : columns.of(block) - columns.now(block);
    const moved = moveBlock(text, leaf, header, { column: columns.of(leaf.level), by });
    for (const edit of moved) replace(edit.range, edit.newText);
  }

  /** The further lines of a text that goes over several. Their indentation isn't part of it. */
  function moveContinuation(leaf: Leaf): void {
    if (range !== undefined && !isInside(leaf, range)) return;
    const column = columns.of(leaf.level);
    const written = text.slice(leaf.start, leaf.end);
    for (const { index, 0: blanks } of written.matchAll(/(?<=\n)[ \t]*(?=[^ \t\r\n])/g)) {
      const start = leaf.start + index;
      replace({ start, end: start + blanks.length }, ' '.repeat(column));
    }
  }

  function replace({ start, end }: Range, newText: string): void {
    const written = text.slice(start, end);
    if (written === newText) return;
    const least = Math.min(written.length, newText.length);
    let same = 0;
    while (same < least && written[same] === newText[same]) same++;
    let tail = 0;
    while (tail < least - same && written.at(-1 - tail) === newText.at(-1 - tail)) tail++;
    const edit = {
      range: { start: start + same, end: end - tail },
      newText: newText.slice(same, newText.length - tail),
    };
    if (range === undefined || isInside(edit.range, range)) edits.push(edit);
  }
}

function columnOf(leaf: Leaf, columns: Columns, before: Leaf | undefined, after: Leaf | undefined): number {
  if (leaf.kind === 'comment') return columns.ofComment(leaf, before, after);
  if (leaf.kind === 'lines') return 0;
  return leaf.kind === 'close' ? columns.ofClose(leaf.level) : columns.of(leaf.level);
}

/** The first of a map or list that stays where it is, behind the `-` that it is the item of. */
function isFixed({ level, start }: Leaf, columns: Columns): boolean {
  return level.kind === 'block' && level.range.start === start && !columns.moves(level);
}

/** For each leaf the next one that is no comment. */
function solidsAfter(leaves: readonly Leaf[]): readonly (Leaf | undefined)[] {
  const after: (Leaf | undefined)[] = [];
  let next: Leaf | undefined;
  for (const leaf of leaves.toReversed()) {
    after.push(next);
    if (leaf.kind !== 'comment') next = leaf;
  }
  return after.reverse();
}

function isInside(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
