import { outcomeText } from './outcome.ts';
import type { Summary } from './summary.ts';

/** The report as JSON for programs, indented, with outputs in full; what couldn't be measured isn't there. */
export function reportJson(summary: Summary): string {
  return `${JSON.stringify({ outcome: outcomeText(summary), ...summary }, undefined, 2)}\n`;
}
