import { applyEdits, type Edit } from '../../../../src/language/edit.ts';

/** The lines that changes make others, as they are then, with their numbers. */
export function changedLines(text: string, edits: readonly Edit[]): string {
  const before = text.split('\n');
  return applyEdits(text, edits)
    .split('\n')
    .flatMap((line, i) =>
      line === before[i] ? [] : [`${String(i + 1).padStart(4)} ${line.replace('\r', '␍')}`],
    )
    .join('\n');
}
