import { formatDuration } from './duration.ts';

/** Why an attempt failed. */
export type Failure =
  | { readonly reason: 'exit_code'; readonly code: number }
  | { readonly reason: 'signal'; readonly signal: string }
  /** It ran longer than `after` ms and was stopped. */
  | { readonly reason: 'timeout'; readonly after: number }
  /** It couldn't be started at all. */
  | { readonly reason: 'spawn'; readonly message: string }
  /** A module threw, or an expression couldn't be evaluated. */
  | {
      readonly reason: 'error';
      readonly message: string;
      readonly stack?: string;
      readonly retryable?: boolean;
    }
  /** What it left as outputs couldn't be read. */
  | { readonly reason: 'outputs'; readonly message: string }
  /** The process that drove the run ended before the attempt did. */
  | { readonly reason: 'interrupted' };

/** A failure in a few words: `exit code 2`, `timed out after 5.00 s`. */
export function failureText(failure: Failure): string {
  switch (failure.reason) {
    case 'exit_code':
      return `exit code ${failure.code}`;
    case 'signal':
      return `ended by ${failure.signal}`;
    case 'timeout':
      return `timed out after ${formatDuration(failure.after)}`;
    case 'spawn':
      return `could not be started: ${failure.message}`;
    case 'error':
      return failure.message;
    case 'outputs':
      return `outputs could not be read: ${failure.message}`;
    case 'interrupted':
      return 'interrupted';
  }
}
