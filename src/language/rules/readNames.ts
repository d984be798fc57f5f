import type { Reference } from '../../expression/references.ts';
import type { FileFacts } from '../facts.ts';
import { sharedExpressions } from '../writtenExpressions.ts';

/**
 * The names of a context that the expressions of a file read, in lower case. `undefined` where that can't be told: one
 * computes a name, or takes all there are.
 */
export function readNames(facts: FileFacts, context: string): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const reference of referencesIn(facts)) {
    if (reference.context !== context) continue;
    const [name] = reference.path;
    if (name === undefined) return undefined;
    names.add(name.name.toLowerCase());
  }
  return names;
}

function* referencesIn({ workflow, entries }: FileFacts): Iterable<Reference> {
  for (const { references } of sharedExpressions(workflow.env, 'env')) yield* references;
  for (const { references } of sharedExpressions(workflow.outputs, 'outputs')) yield* references;
  // As they were read, wherever they stand now.
  for (const { own } of entries) for (const { references } of own.expressions) yield* references;
}
