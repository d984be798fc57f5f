import { parseDuration } from '../model/duration.ts';
import { UsageError } from './usageError.ts';

const DAY = 86_400_000;

/** `30d`, `12h`, `1d12h`, in ms. Throws a `UsageError`. */
export function readAge(text: string): number {
  const [, days, rest = ''] = /^(?:(\d{1,6})d)?(.*)$/.exec(text) ?? [];
  const inDay = rest === '' ? 0 : /[a-z]$/.test(rest) ? parseDuration(rest) : undefined;
  if (text === '' || inDay === undefined) {
    throw new UsageError(`The option --older-than takes an age such as 30d, 12h or 1d12h, not “${text}”.`);
  }
  return Number(days ?? 0) * DAY + inDay;
}
