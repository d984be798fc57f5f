import type { Range } from '../model/text.ts';

/** A change of one stretch of a text. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** The changes of one file. They don't overlap; all offsets are those of the file before the first one. */
export interface FileEdits {
  /** Its `id`, as in `WorkflowSource`; absent for the file that was asked about. */
  readonly file: string | undefined;
  /** The file doesn't exist yet: the one edit is its text. */
  readonly isNew?: boolean;
  readonly edits: readonly Edit[];
}

/** The text after edits that don't overlap, given in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.range.start - b.range.start);
  const pieces: string[] = [];
  let end = 0;
  for (const { range, newText } of inOrder) {
    pieces.push(text.slice(end, range.start), newText);
    end = range.end;
  }
  return `${pieces.join('')}${text.slice(end)}`;
}
