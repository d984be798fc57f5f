const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
];

/** A duration (ms) in words, to the millisecond: `1 minute 30 seconds`. */
export function durationWords(ms: number): string {
  let left = Math.round(ms);
  const words: string[] = [];
  for (const [unit, length] of UNITS) {
    const amount = Math.floor(left / length);
    left -= amount * length;
    if (amount > 0) words.push(`${amount} ${unit}${amount === 1 ? '' : 's'}`);
  }
  return words.join(' ') || 'no time';
}
