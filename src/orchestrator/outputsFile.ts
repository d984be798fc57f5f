// TEMPORARY placeholder by the lead so that others can import; the script engineer replaces this file.
import type { JsonObject } from '../model/json.ts';
export class OutputsError extends Error {}
export function parseOutputs(text: string): JsonObject {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((l) => l.includes('='))
      .map((l) => l.split('=', 2) as [string, string]),
  );
}
