import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { meaningsIn } from './meaning.ts';
import { occurrenceAt } from './occurrences.ts';
import { highlights } from './references.ts';
import { writtenTogether } from './rename/writtenTogether.ts';

/**
 * The places that are typed in together: those of a task's name, in its own file, which is the only one that knows it.
 * None where the offset isn't at the task's key, since who types in a need means another task; and none where one of them
 * is written in another way.
 */
export function linkedNames(analysis: Analysis, offset: number): readonly Range[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (occurrence?.kind !== 'task' || occurrence.role !== 'gives') return [];
  const meaning = meaningsIn(analysis)(occurrence);
  const together = writtenTogether(analysis, meaning);
  if (!meaning.isGiven || 'refusal' in together || together.length > 1) return [];
  const ranges = highlights(analysis, offset).map(({ range }) => range);
  const isAlike = ranges.every(({ start, end }) => analysis.text.slice(start, end) === meaning.name);
  return isAlike && ranges.length > 1 ? ranges : [];
}
