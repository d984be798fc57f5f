import type { Progress } from './run.ts';

/** How far a task said it was, in its own words: `42 % · epoch 4 of 10`. */
export function progressText({ fraction, message }: Progress, separator = ' · '): string {
  // Never all of it short of that.
  const percent = `${fraction >= 1 ? 100 : Math.min(Math.round(fraction * 100), 99)} %`;
  return message === undefined || message === '' ? percent : `${percent}${separator}${message}`;
}
