import type { Analysis } from '../language/analyze.ts';
import { diagnosticText } from '../report/diagnosticText.ts';
import type { Outlet } from './outlet.ts';

/** Draws what is wrong with a file, hints aside, for commands whose matter that isn't. */
export function showDiagnostics(file: string, { text, lines, diagnostics }: Analysis, outlet: Outlet): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'info') continue;
    const drawn = diagnosticText(diagnostic, { file, text, lines }, outlet.paint, outlet.columns);
    outlet.write(`${drawn}\n\n`);
  }
}
