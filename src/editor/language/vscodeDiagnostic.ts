import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  type Uri,
} from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import type * as model from '../../model/diagnostic.ts';
import { toRange } from '../places.ts';

const SEVERITIES: Readonly<Record<model.Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** `docs` says where a code is explained. */
export function toVscodeDiagnostic(
  { code, severity, message, range, related }: model.Diagnostic,
  { lines }: Analysis,
  uri: Uri,
  docs: (code: model.DiagnosticCode) => Uri,
): Diagnostic {
  const shown = new Diagnostic(toRange(lines, range), message, SEVERITIES[severity]);
  shown.source = 'flow';
  // Faded, as it is elsewhere in the editor.
  if (code.startsWith('unused-')) shown.tags = [DiagnosticTag.Unnecessary];
  shown.code = { value: code, target: docs(code) };
  shown.relatedInformation = related.map(
    (place) =>
      new DiagnosticRelatedInformation(new Location(uri, toRange(lines, place.range)), place.message),
  );
  return shown;
}
