import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

/** Secrets in what a run keeps: the values of a matrix, the inputs of a nested workflow, its outputs. */
export const secret: Rule = function* ({ expressions }) {
  for (const written of expressions) {
    const fault = faultOf(written);
    if (fault === undefined) continue;
    for (const { context, range } of written.references) {
      if (context !== 'secrets') continue;
      const { message, severity } = fault;
      yield blame('secret', placeOf(written, range), message, { severity });
    }
  }
};

function faultOf({
  key,
  task,
}: WrittenExpression): { readonly message: string; readonly severity: 'error' | 'warning' } | undefined {
  if (key === 'matrix') {
    const message =
      'A matrix can\'t hold a secret: its values name the instances, and are kept. Read it in the "run" or the "env" of the task.';
    return { message, severity: 'error' };
  }
  if (key === 'with' && task?.work?.kind === 'workflow') {
    const message =
      'The inputs of a workflow are kept, so none can be a secret. Name it in the "secrets" of that file, which may then read it.';
    return { message, severity: 'error' };
  }
  if (key === 'outputs') {
    return {
      message: 'Outputs are kept, so a secret in one is masked: it reads as ***.',
      severity: 'warning',
    };
  }
  return undefined;
}
