import type { Edit } from '../edit.ts';

/** A stretch of the first text, or letters of a later one. */
type Piece = { readonly start: number; readonly end: number } | { readonly letters: string };

/**
 * One set of edits in the place of several that are made one after the other, each on the text that the one before
 * has left. `length` is that of the first text. What all of them leave alone, the one set leaves alone.
 */
export function composed(length: number, steps: readonly (readonly Edit[])[]): readonly Edit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: length }];
  for (const edits of steps) pieces = changed(pieces, edits);
  const all: Edit[] = [];
  let from = 0;
  let newText = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('letters' in piece) {
      newText += piece.letters;
      continue;
    }
    if (newText !== '' || piece.start > from) all.push({ range: { start: from, end: piece.start }, newText });
    newText = '';
    from = piece.end;
  }
  return all;
}

function changed(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const found: Piece[] = [];
  const inOrder = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let index = 0;
  let used = 0;
  let offset = 0;
  /** Goes on to an offset of the text that the pieces make; what is passed stays, or not. */
  const pass = (to: number, stays: boolean): void => {
    while (offset < to) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const length = lengthOf(piece);
      const taken = Math.min(to - offset, length - used);
      if (stays) found.push(slice(piece, used, used + taken));
      offset += taken;
      used += taken;
      if (used < length) continue;
      index++;
      used = 0;
    }
  };
  for (const { range, newText } of inOrder) {
    pass(range.start, true);
    pass(range.end, false);
    if (newText !== '') found.push({ letters: newText });
  }
  pass(Number.POSITIVE_INFINITY, true);
  return found;
}

function lengthOf(piece: Piece): number {
  return 'letters' in piece ? piece.letters.length : piece.end - piece.start;
}

function slice(piece: Piece, from: number, to: number): Piece {
  if ('letters' in piece) return { letters: piece.letters.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}
