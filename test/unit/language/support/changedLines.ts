import type { Edit } from '../../../../src/language/edit.ts';

/** A text with changes made, none of which overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}

/** The lines that changes make others, as they are then, with their numbers. */
export function changedLines(text: string, edits: readonly Edit[]): string {
  const before = text.split('\n');
  return edited(text, edits)
    .split('\n')
    .flatMap((line, i) =>
      line === before[i] ? [] : [`${String(i + 1).padStart(4)} ${line.replace('\r', '␍')}`],
    )
    .join('\n');
}
