import type { Diagnostic } from '../../model/diagnostic.ts';
import { sourceRange } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import type { Entry } from '../parts/placedEntry.ts';
import type { OutputFacts } from './outputRules.ts';

/**
 * An output that nothing in the file reads, of a task of which others are read: one that was forgotten. Where none is
 * read, they are for people, who see them in the report.
 */
export function* unusedOutput({ entries, reads, graph }: OutputFacts): Iterable<Diagnostic> {
  if (reads.areAnyRead || reads.names.size === 0) return;
  let byId: ReadonlyMap<string, Entry> | undefined;
  for (const entry of entries) {
    const read = reads.names.get(entry.own.id);
    const left = read === undefined ? undefined : entry.own.leaves();
    if (read === undefined || left === undefined || !left.complete || left.started.length > 0) continue;
    const unread = left.outputs.filter(({ name }) => !read.has(name.toLowerCase()));
    if (unread.length === 0) continue;
    byId ??= new Map(entries.map((each) => [each.own.id, each]));
    const downstream = graph.dependants().get(entry.own.id) ?? [];
    if (!downstream.every((id) => isBlind(byId?.get(id)))) continue;
    const { work } = entry.task;
    if (work?.kind !== 'run') continue;
    for (const { name, range } of unread) {
      const message = `Nothing in this file reads the output ${quoted(name)}, though others of ${quoted(entry.own.id)} are. Read it, or take it out.`;
      yield blame('unused-output', sourceRange(work.script, range), message);
    }
  }
}

/** It doesn't get the outputs of what it needs by another way. */
function isBlind(entry: Entry | undefined): boolean {
  return entry?.own.knowsNoNeeds() === true;
}
