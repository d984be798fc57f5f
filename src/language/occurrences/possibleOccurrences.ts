import type { Located } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Occurrence, OccurrenceKind } from '../occurrences.ts';
import { type Pair, pairOf } from '../source/value.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import { expressionOccurrences } from './expressionOccurrences.ts';
import { matrixNames } from './matrixNames.ts';
import { nameRange } from './nameRange.ts';
import { scriptOutputs } from './scriptOutputs.ts';
import { scriptVariables } from './scriptVariables.ts';

/** What may be an occurrence, and is where `mayBe` says so. */
export interface Possible extends Occurrence {
  /** Whether it is one hangs on the rest of the file: a variable of a script counts where `env` gives it. */
  readonly isVariable?: true;
}

/**
 * The names that a task may give or read, told by its own lines alone. `pair` is what it was read from; `text` is that in
 * which its places count.
 */
export function* possibleOccurrences(
  text: string,
  task: Task,
  { value }: Pair,
  expressions: readonly WrittenExpression[],
): Iterable<Possible> {
  const { id, needs, env, pool, work } = task;
  yield named('task', id, 'gives');
  for (const need of needs) yield named('task', need, 'reads');
  for (const { name } of env) yield named('env', name, 'gives');
  if (pool !== undefined) yield named('pool', pool, 'reads');
  if (value.type === 'map') {
    const matrix = pairOf(value, 'matrix')?.value;
    if (matrix !== undefined)
      for (const { name, role } of matrixNames(matrix)) yield named('matrix', name, role);
    const given = work?.kind === 'workflow' ? pairOf(value, 'with')?.value : undefined;
    if (given?.type === 'map')
      for (const { key } of given.pairs) yield named('input', key, 'reads', id.value);
  }
  if (work?.kind === 'run') {
    for (const output of scriptOutputs(work)) yield named('output', output, 'gives', id.value);
    for (const variable of scriptVariables(work)) {
      yield { ...named('env', variable, 'reads'), isVariable: true };
    }
  }
  for (const written of expressions) yield* expressionOccurrences(written);

  function named(
    kind: OccurrenceKind,
    name: Located<string>,
    role: Occurrence['role'],
    of?: string,
  ): Occurrence {
    return { kind, name: name.value, range: nameRange(text, name), role, task, of };
  }
}
