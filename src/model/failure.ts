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
  | { readonly reason: 'interrupted' }
  /** A person, or the approval's `default`, said no. */
  | { readonly reason: 'rejected'; readonly by: string; readonly comment?: string }
  /** What the task consists of failed: instances of its matrix, or tasks of its workflow. */
  | { readonly reason: 'tasks'; readonly tasks: readonly string[] };

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
    case 'rejected':
      return `rejected by ${failure.by}${failure.comment === undefined ? '' : `: ${failure.comment}`}`;
    case 'tasks':
      return tasksText(failure.tasks);
  }
}

/** More names than these are no use in a line. */
const MOST_NAMES = 3;

function tasksText(tasks: readonly string[]): string {
  const [only, ...others] = tasks;
  if (only === undefined) return 'a task inside failed';
  if (others.length === 0) return `${only} failed`;
  const more = tasks.length > MOST_NAMES ? ', …' : '';
  return `${tasks.length} tasks failed: ${tasks.slice(0, MOST_NAMES).join(', ')}${more}`;
}
