// Sums and extremes of measurements, some of which couldn't be made: those are left out, and nothing comes of nothing.

type Measurement = number | undefined;

export function total(values: readonly Measurement[]): Measurement {
  return combined(values, (sum, value) => sum + value);
}

export function greatest(values: readonly Measurement[]): Measurement {
  return combined(values, Math.max);
}

export function least(values: readonly Measurement[]): Measurement {
  return combined(values, Math.min);
}

function combined(values: readonly Measurement[], combine: (a: number, b: number) => number): Measurement {
  let result: Measurement;
  for (const value of values) {
    if (value !== undefined) result = result === undefined ? value : combine(result, value);
  }
  return result;
}
