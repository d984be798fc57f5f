import type { FileFacts } from '../facts.ts';
import { sharedExpressions, type WrittenExpression } from '../writtenExpressions.ts';

/**
 * Those of some names of a context that no expression of a file reads, letter case aside. None where that can't be told:
 * one computes a name, or takes all there are.
 */
export function unreadNames(
  { workflow, entries }: FileFacts,
  context: string,
  names: readonly string[],
): ReadonlySet<string> {
  const unread = new Set(names.map((name) => name.toLowerCase()));
  for (const written of sharedExpressions(workflow.env, 'env')) take(written);
  for (const written of sharedExpressions(workflow.outputs, 'outputs')) take(written);
  for (const { own } of entries) {
    // Of thousands of tasks the first ones mostly read all there is.
    if (unread.size === 0) break;
    for (const written of own.expressions) take(written);
  }
  return unread;

  function take({ references }: WrittenExpression): void {
    for (const reference of references) {
      if (reference.context !== context) continue;
      const [name] = reference.path;
      if (name === undefined) unread.clear();
      else unread.delete(name.name.toLowerCase());
    }
  }
}
