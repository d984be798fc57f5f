import type { Arguments } from './arguments.ts';
import { UsageError } from './usageError.ts';

/** The value of an option that takes a whole number, `undefined` where it wasn't given. Throws a `UsageError`. */
export function wholeNumber(args: Arguments, option: string, least = 1): number | undefined {
  const text = args.one(option);
  return text === undefined ? undefined : readWholeNumber(text, `The option --${option}`, least);
}

/** @param what takes the number: `The option --keep` */
export function readWholeNumber(text: string, what: string, least = 1): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw new UsageError(`${what} takes a whole number from ${least} on, not “${text}”.`);
}
