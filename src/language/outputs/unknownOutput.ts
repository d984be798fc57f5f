import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import { createSuggest, didYouMean } from '../suggest.ts';
import { placeOf } from '../writtenExpressions.ts';
import type { OutputFacts } from './outputRules.ts';

/** An output that is read, and that its task is known never to leave. */
export function* unknownOutput({ entries, reads, leftBy }: OutputFacts): Iterable<Diagnostic> {
  if (reads.all.length === 0) return;
  const byId = new Map(entries.map((entry) => [entry.own.id, entry]));
  const known = new Map<string, readonly string[] | undefined>();
  const suggest = createSuggest();
  for (const { id, name, written } of reads.all) {
    const entry = byId.get(id);
    if (entry === undefined) continue;
    if (!known.has(id))
      known.set(
        id,
        leftBy(entry)?.map((left) => left.name),
      );
    const names = known.get(id);
    if (names === undefined || names.some((each) => each.toLowerCase() === name.name.toLowerCase())) continue;
    const read = written();
    if (read === undefined) continue;
    const replacement = suggest(name.name, names);
    const unique = [...new Set(names)];
    const all = unique.length === 0 ? ' It leaves none.' : ` It leaves ${unique.slice(0, 10).join(', ')}.`;
    const message = `${quoted(id)} leaves no output ${quoted(name.name)}, so this reads as nothing.${didYouMean(replacement) || all}`;
    yield blame('unknown-output', placeOf(read, name.range), message, { replacement });
  }
}
