/** More letters than any duration needs; it keeps hostile texts away from the pattern below. */
const LONGEST = 100;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads `500ms`, `30s`, `5m`, `2h`, `1m30s`, or a number of seconds.
 * Returns milliseconds, or `undefined` where the text is no duration.
 */
export function parseDuration(text: string | number): number | undefined {
  const words = String(text).trim();
  if (words.length > LONGEST) return undefined;
  if (/^\d+(\.\d+)?$/.test(words)) return finite(Number(words) * 1000);
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(words)) return undefined;
  let total = 0;
  for (const [, amount, unit] of words.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return finite(total);
}

function finite(ms: number): number | undefined {
  return Number.isFinite(ms) ? ms : undefined;
}

/** A duration in few characters for people: `0 ms`, `340 ms`, `1.25 s`, `12.3 s`, `2m 05s`, `1h 04m`. Takes ms. */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${pad(seconds % 60)}s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}

/** A duration that somebody wrote, without the parts that are nothing: `500 ms`, `30 s`, `2m`, `1m 30s`, `72h`. Takes ms. */
export function formatGivenDuration(ms: number): string {
  return formatDuration(ms)
    .replace(/\.0+ s$/, ' s')
    .replace(/ 00[sm]$/, '');
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
