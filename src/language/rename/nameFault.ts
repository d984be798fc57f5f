import { quoted } from '../blame.ts';
import type { OccurrenceKind } from '../occurrences.ts';
import { MATRIX_WORDS } from '../read/readMatrix.ts';

/** What keeps something from having a name, whatever else is in the file. */
export function nameFault(kind: OccurrenceKind, name: string): string | undefined {
  const what = WORDS[kind];
  if (kind === 'matrix' && MATRIX_WORDS.includes(name)) {
    return `${quoted(name)} means something else in a matrix. Take another name.`;
  }
  // As a need, or in a list, YAML reads it as nothing.
  if (name.toLowerCase() === 'null') return `YAML reads ${quoted(name)} as nothing. Take another name.`;
  if (kind === 'env' || kind === 'secret') {
    if (/^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name)) return undefined;
    return `${what} can't be named ${quoted(name)}. A name has letters, digits and "_", at most 100 in all, and begins with a letter or "_".`;
  }
  if (/^[A-Za-z_][A-Za-z0-9_-]{0,99}$/.test(name)) return undefined;
  return `${what} can't be named ${quoted(name)}. A name has letters, digits, "_" and "-", at most 100 in all, and begins with a letter or "_".`;
}

const WORDS: Readonly<Record<OccurrenceKind, string>> = {
  task: 'A task',
  input: 'An input',
  output: 'An output',
  'workflow-output': 'An output',
  env: 'A variable',
  pool: 'A pool',
  secret: 'A secret',
  matrix: 'A list of a matrix',
};
