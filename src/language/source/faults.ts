import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { blame } from '../blame.ts';

/** Behind so many faults of syntax there is nothing to learn from the next one. */
export const MOST_FAULTS = 100;

/** Collects what is wrong with a source; a message that would be said over and over is said once. */
export interface Faults {
  readonly diagnostics: readonly Diagnostic[];
  add(code: DiagnosticCode, range: Range, message: string): void;
  addOnce(range: Range, message: string): void;
}

export function createFaults(): Faults {
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  const add: Faults['add'] = (code, range, message) => {
    if (diagnostics.length < MOST_FAULTS) diagnostics.push(blame(code, range, message));
  };
  return {
    diagnostics,
    add,
    addOnce(range, message) {
      if (said.has(message)) return;
      said.add(message);
      diagnostics.push(blame('syntax', range, message));
    },
  };
}
