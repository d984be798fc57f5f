/** Local date and time to the second: `2026-01-31 09:05:00`. Takes ms since the epoch. */
export function formatMoment(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${day.map(pad).join('-')} ${time.map(pad).join(':')}`;
}
