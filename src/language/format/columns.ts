import { lineStart, type Range } from '../../model/text.ts';
import { type BlockLevel, blockOf, type Leaf, type Level } from './leaf.ts';

/** Tells in which column lines begin. To be asked for leaves in their order. */
export interface Columns {
  /** The column of what begins a line. */
  of(level: Level): number;
  /** The column of a comment that has a line of its own, between two leaves that are none. */
  ofComment(comment: Leaf, before: Leaf | undefined, after: Leaf | undefined): number;
  /** Brackets open on a line that begins in some column. */
  open(level: Level, lineColumn: number): void;
  /** The column of a bracket that closes. */
  ofClose(level: Level): number;
  /** The column that a map or list has now. */
  now(block: BlockLevel): number;
  /** Whether it is laid out at all: of a range that holds only a part of it, it stays where it is. */
  moves(block: BlockLevel): boolean;
}

export function createColumns(text: string, range: Range | undefined): Columns {
  const known = new Map<BlockLevel, number>();
  /** The columns of the lines that the innermost open brackets began on, by what stands around them. */
  const bases = new Map<Level, number>();

  return { of, ofComment, open, ofClose, now, moves };

  function of(level: Level): number {
    switch (level.kind) {
      case 'file':
        return 0;
      case 'block':
        return ofBlock(level);
      case 'below':
        return ofBlock(level.parent) + 2;
      case 'flow':
        return ofClose(level) + 2;
    }
  }

  function ofBlock(block: BlockLevel): number {
    let column = known.get(block);
    if (column === undefined) {
      const { parent } = block;
      column = !moves(block) ? now(block) : parent === undefined ? 0 : ofBlock(parent) + 2;
      known.set(block, column);
    }
    return column;
  }

  function ofClose(level: Level): number {
    return level.kind === 'flow' ? (bases.get(level.around) ?? 0) : 0;
  }

  function open(level: Level, lineColumn: number): void {
    const block = blockOf(level);
    bases.set(level, Math.max(lineColumn, block === undefined ? 0 : ofBlock(block)));
  }

  /** That of the innermost map or list that is open there, and that the comment isn't left of. */
  function ofComment(comment: Leaf, before: Leaf | undefined, after: Leaf | undefined): number {
    if (comment.level.kind === 'flow') return of(comment.level);
    const written = comment.start - lineStart(text, comment.start);
    const last = after === undefined ? undefined : blockOf(after.level);
    const open: { readonly now: number; readonly column: number }[] = [];
    let block = before === undefined ? undefined : blockOf(before.level);
    if (block !== undefined && (before?.kind === 'colon' || before?.kind === 'indicator')) {
      open.push({ now: now(block) + 1, column: ofBlock(block) + 2 });
    }
    for (; block !== undefined; block = block.parent) {
      open.push({ now: now(block), column: ofBlock(block) });
      if (block === last) break;
    }
    // What comes next stands deeper: the comment is its.
    if (last !== undefined && block !== last) return ofBlock(last);
    return (open.find((each) => each.now <= written) ?? open.at(-1))?.column ?? 0;
  }

  function now({ range: { start } }: BlockLevel): number {
    return start - lineStart(text, start);
  }

  function moves(block: BlockLevel): boolean {
    return range === undefined || (range.start <= block.range.start && block.range.end <= range.end);
  }
}
