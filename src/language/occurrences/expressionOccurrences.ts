import type { Occurrence, OccurrenceKind } from '../occurrences.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

/** The names that an expression reads; of a task that is an approval, the names of its outputs as well. */
export function* expressionOccurrences(written: WrittenExpression): Iterable<Occurrence> {
  for (const { context, path } of written.references) {
    const kind = KINDS.get(context);
    const [name, member, output] = path;
    if (kind === undefined || name === undefined) continue;
    // Variables are made one map after the other: a task's own `env` reads only the workflow's.
    const task = kind === 'env' && written.key === 'env' ? undefined : written.task;
    const at = { role: 'reads', task, of: undefined } as const;
    yield { ...at, kind, name: name.name, range: placeOf(written, name.range) };
    if (kind !== 'task' || output === undefined || member?.name.toLowerCase() !== 'outputs') continue;
    const range = placeOf(written, output.range);
    yield { ...at, kind: 'output', name: output.name, range, of: name.name };
  }
}

const KINDS: ReadonlyMap<string, OccurrenceKind> = new Map([
  ['tasks', 'task'],
  ['inputs', 'input'],
  ['env', 'env'],
  ['secrets', 'secret'],
  ['matrix', 'matrix'],
]);
