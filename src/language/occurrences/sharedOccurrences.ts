import type { Located } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import type { Occurrence, OccurrenceKind } from '../occurrences.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import { countsIn } from './countsIn.ts';
import { expressionOccurrences } from './expressionOccurrences.ts';
import { nameRange } from './nameRange.ts';

/** The names that are given or read outside of tasks. */
export function* sharedOccurrences(
  analysis: Pick<Analysis, 'text' | 'workflow' | 'tasksById'>,
  expressions: readonly WrittenExpression[],
): Iterable<Occurrence> {
  const { text } = analysis;
  const { inputs, env, pools, secrets, outputs } = analysis.workflow;
  yield* given('input', inputs);
  yield* given('env', env);
  yield* given('pool', pools);
  yield* given(
    'secret',
    secrets.map((name) => ({ name })),
  );
  yield* given('workflow-output', outputs);
  if (expressions.length === 0) return;
  const counts = countsIn(analysis);
  for (const written of expressions) {
    for (const each of expressionOccurrences(written)) if (counts(each)) yield each;
  }

  function* given(
    kind: OccurrenceKind,
    entries: readonly { readonly name: Located<string> }[],
  ): Iterable<Occurrence> {
    for (const { name } of entries) {
      const range = nameRange(text, name);
      yield { kind, name: name.value, range, role: 'gives', task: undefined, of: undefined };
    }
  }
}
