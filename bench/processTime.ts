/** What some work costs in time of the process, in ms: other work on the machine counts less than by the clock. */
export function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function times(count: number, work: () => unknown): readonly number[] {
  return Array.from({ length: count }, () => timeOf(work));
}

export function median(all: readonly number[]): number {
  return quantile(all, 0.5);
}

/** The least time that at least this share of all doesn't exceed. */
export function quantile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
