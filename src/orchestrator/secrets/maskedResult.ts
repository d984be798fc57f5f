import type { Failure } from '../../model/failure.ts';
import type { AttemptResult } from '../runner.ts';
import type { Masker } from './masker.ts';

/** What came of an attempt, without a secret in its outputs or in the words of its failure. */
export function maskedResult(result: AttemptResult, mask: Masker): AttemptResult {
  return result.type === 'completed'
    ? { ...result, outputs: mask.json(result.outputs) }
    : { ...result, failure: maskedFailure(result.failure, mask) };
}

/** Only words are masked: a reason, a code or a time is none. */
function maskedFailure(failure: Failure, mask: Masker): Failure {
  switch (failure.reason) {
    case 'spawn':
    case 'outputs':
      return { ...failure, message: mask.text(failure.message) };
    case 'error': {
      const { message, stack } = failure;
      return {
        ...failure,
        message: mask.text(message),
        ...(stack !== undefined && { stack: mask.text(stack) }),
      };
    }
    default:
      return failure;
  }
}
