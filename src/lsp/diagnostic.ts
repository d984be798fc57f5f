import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type * as model from '../model/diagnostic.ts';
import { type Severities, withSeverities } from '../model/severities.ts';
import type { Understood } from './feature.ts';
import { toRange } from './places.ts';

/** What is wrong with a file, as grave as a person wants to see it. */
export function diagnosticsOf({ uri, analysis, lines }: Understood, severities: Severities): Diagnostic[] {
  return withSeverities(analysis.diagnostics, severities).map(
    ({ code, severity, message, range, related }): Diagnostic => ({
      range: toRange(lines, range),
      severity: SEVERITIES[severity],
      code,
      source: 'flow',
      message,
      // Faded, as it is elsewhere in editors.
      ...(code.startsWith('unused-') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
      ...(related.length === 0
        ? {}
        : {
            relatedInformation: related.map((place) => ({
              location: { uri, range: toRange(lines, place.range) },
              message: place.message,
            })),
          }),
    }),
  );
}

const SEVERITIES: Readonly<Record<model.Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
