import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { type Meaning, meaningsIn } from '../meaning.ts';
import { occurrenceAt, occurrences } from '../occurrences.ts';
import type { Refusal } from '../rename.ts';

/**
 * All that gets another name when a meaning does: by an alias, or a merge key, one place may count in several tasks, and
 * give or read something of each. A refusal where such a place means something of another sort as well, or is no name
 * where it is written.
 */
export function writtenTogether(analysis: Analysis, meaning: Meaning): readonly Meaning[] | Refusal {
  if (!mayRepeat(analysis)) return [meaning];
  const meaningOf = meaningsIn(analysis);
  // What stands at one place has one name.
  const folded = meaning.name.toLowerCase();
  const all = occurrences(analysis).filter(({ name }) => name.toLowerCase() === folded);
  const byKey = Map.groupBy(all, (each) => meaningOf(each).key);
  const byStart = Map.groupBy(all, ({ range }) => range.start);
  const found = new Map([[meaning.key, meaning]]);
  for (const { key } of found.values()) {
    for (const { range, name } of byKey.get(key) ?? []) {
      if (analysis.text[range.start] === '*') return refused(name);
      const written = occurrenceAt(analysis, range.start);
      if (written?.range.start !== range.start) return refused(name);
      for (const other of (byStart.get(range.start) ?? []).map(meaningOf)) {
        if (other.kind !== meaning.kind || other.file?.source.id !== meaning.file?.source.id)
          return refused(name);
        found.set(other.key, other);
      }
    }
  }
  return [...found.values()];
}

/** Without an alias every place means one thing. */
function mayRepeat({ text, kept: { parts } }: Analysis): boolean {
  return parts.length === 0 ? text.includes('&') : parts.some(({ part }) => part.hasAlias);
}

function refused(name: string): Refusal {
  return {
    refusal: `${quoted(name)} comes from an alias, and stands for something else where it is written. Write it out there first.`,
  };
}
