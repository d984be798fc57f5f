import type { Range } from '../../../model/text.ts';
import { quoted } from '../../blame.ts';
import type { Edit } from '../../edit.ts';
import { placeOf, type WrittenExpression } from '../../writtenExpressions.ts';

/** What a workflow's names are where it is inlined. */
export interface Dictionary {
  /** By the name of an input in lower case, an expression. */
  readonly inputs: ReadonlyMap<string, string>;
  /** By its id, the id that a task gets. */
  readonly ids: ReadonlyMap<string, string>;
}

interface Change {
  readonly piece: Range;
  readonly newText: string;
}

/** What changes in an expression of a workflow that is inlined. A text tells why it can't be. */
export function changesIn(
  written: WrittenExpression,
  { inputs, ids }: Dictionary,
): readonly Change[] | string {
  const changes: Change[] = [];
  for (const { context, contextRange, path } of written.references) {
    const [name] = path;
    if (context === 'workflow') return 'An expression of that file reads the workflow’s name.';
    if (context !== 'tasks' && context !== 'inputs') continue;
    if (name === undefined) return 'An expression of that file reads a name that is known only at run time.';
    if (context === 'tasks') changes.push({ piece: name.range, newText: ids.get(name.name) ?? name.name });
    else {
      const newText = inputs.get(name.name.toLowerCase());
      if (newText === undefined) return `That file has no input ${quoted(name.name)}.`;
      const isQuoted = written.source[name.range.start - 1] === "'";
      const end = isQuoted ? written.source.indexOf(']', name.range.end) + 1 : name.range.end;
      changes.push({ piece: { start: contextRange.start, end }, newText });
    }
  }
  return changes.filter(({ piece, newText }) => written.source.slice(piece.start, piece.end) !== newText);
}

/** The changes in the file, in the quotes that the expression stands in. */
export function changesAsEdits(
  text: string,
  written: WrittenExpression,
  changes: readonly Change[],
): readonly Edit[] {
  const isSingle = text[written.text.range.start] === "'";
  return changes.map(({ piece, newText }) => ({
    range: placeOf(written, piece),
    newText: isSingle ? newText.replaceAll("'", "''") : newText,
  }));
}

export function changedSource({ source }: WrittenExpression, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.piece.start - a.piece.start)
    .reduce((all, { piece, newText }) => all.slice(0, piece.start) + newText + all.slice(piece.end), source)
    .trim();
}
